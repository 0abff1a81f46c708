package org.assize.contract.reader;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.assize.contract.Cron;
import org.assize.contract.Runs;
import org.assize.contract.Schedule;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;

/** Schedules, and how scheduled runs are let loose, with defaults filled in. */
final class ScheduleMapper {

  private final Problems problems;

  ScheduleMapper(Problems problems) {
    this.problems = problems;
  }

  /** Empty too for one that cannot be read, of which {@link ScheduleLint} tells. */
  Optional<Schedule> schedule(Mapping owner) {
    return owner
        .mapping("schedule")
        .flatMap(
            written ->
                written
                    .text("cron")
                    .filter(cron -> Cron.faults(cron).isEmpty())
                    .map(cron -> schedule(written, Cron.parse(cron))));
  }

  private Schedule schedule(Mapping written, Cron cron) {
    return new Schedule(
        cron,
        SourceMapper.zone(written, "timezone", problems),
        written.text("start").flatMap(ScheduleMapper::day),
        written
            .text("missed")
            .flatMap(word -> Words.find(Schedule.Missed.class, word))
            .orElse(Schedule.Missed.LAST));
  }

  Runs runs(Mapping domain) {
    Mapping written = domain.mapping("runs").orElse(Mapping.empty(domain.place()));
    return new Runs(
        written.integer("slots").orElse(Runs.USUAL.slots()),
        duration(written, "timeout", Runs.USUAL.timeout()),
        written.integer("retries").orElse(Runs.USUAL.retries()),
        duration(written, "retryAfter", Runs.USUAL.retryAfter()));
  }

  private Duration duration(Mapping written, String key, Duration usual) {
    Optional<String> text = written.text(key);
    try {
      return text.map(Duration::parse).orElse(usual);
    } catch (DateTimeException e) {
      new Faults(problems)
          .invalid(
              written.placeOf(key),
              "`" + key + ": " + text.orElseThrow() + "` is no length of time.",
              "",
              "Write it as ISO 8601 has it: PT30M, PT2H.");
      return usual;
    }
  }

  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
