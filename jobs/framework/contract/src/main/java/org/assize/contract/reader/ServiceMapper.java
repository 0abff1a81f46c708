package org.assize.contract.reader;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.Cron;
import org.assize.contract.ServiceTerms;
import org.assize.contract.SupportChannel;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;

/** The service levels that something judges, and the channels that hear of it. */
final class ServiceMapper {

  private static final Map<List<String>, Duration> UNITS =
      Map.of(
          List.of("m", "min", "minute", "minutes"), Duration.ofMinutes(1),
          List.of("h", "hr", "hour", "hours"), Duration.ofHours(1),
          List.of("d", "day", "days"), Duration.ofDays(1),
          List.of("w", "week", "weeks"), Duration.ofDays(7));

  private final Mapping merged;
  private final Faults faults;

  ServiceMapper(Mapping merged, Problems problems) {
    this.merged = merged;
    this.faults = new Faults(problems);
  }

  ServiceTerms terms() {
    Optional<Mapping> frequency = ServiceLevels.of(merged, "frequency", "fy");
    return new ServiceTerms(
        merged.mappings("support").stream().map(ServiceMapper::channel).toList(),
        length("latency", "ly"),
        length("frequency", "fy"),
        frequency.flatMap(this::cron),
        length("timeToRepair", "tr"),
        ServiceLevels.of(merged, "errorRate", "er").flatMap(this::percent));
  }

  private static SupportChannel channel(Mapping written) {
    return new SupportChannel(
        written.text("channel").orElse(""),
        written.text("tool").orElse(""),
        written.text("url").orElse(""),
        written.text("scope").orElse(""));
  }

  private Optional<Duration> length(String name, String shortName) {
    Optional<Mapping> level = ServiceLevels.of(merged, name, shortName);
    Optional<Duration> length = level.flatMap(ServiceMapper::length);
    if (level.isPresent() && length.isEmpty()) {
      faults.wrong(
          level.get().placeOf("value"),
          "`" + name + "` is no length of time.",
          "Write a whole number above 0 as value, and minutes, hours, days or weeks as unit.");
    }
    return length;
  }

  private static Optional<Duration> length(Mapping level) {
    Optional<Integer> value = level.integer("value").filter(number -> number > 0);
    String unit = level.text("unit").orElse("");
    return UNITS.entrySet().stream()
        .filter(known -> known.getKey().contains(unit))
        .findFirst()
        .flatMap(known -> value.map(known.getValue()::multipliedBy));
  }

  private Optional<Cron> cron(Mapping level) {
    if (!level.text("scheduler").orElse("").equals("cron")) {
      return Optional.empty();
    }
    String written = level.text("schedule").orElse("");
    List<String> wrong = Cron.faults(written);
    for (String cause : wrong) {
      faults.invalid(
          level.placeOf("schedule"),
          "`schedule: " + written + "` is no schedule.",
          cause,
          "Write minute, hour, day of month, month, day of week: 0 5 * * *.");
    }
    return wrong.isEmpty() ? Optional.of(Cron.parse(written)) : Optional.empty();
  }

  private Optional<BigDecimal> percent(Mapping level) {
    Optional<BigDecimal> rate =
        level
            .text("value")
            .filter(text -> text.matches("[0-9]{1,3}(\\.[0-9]{1,6})?"))
            .map(BigDecimal::new)
            .filter(number -> number.compareTo(BigDecimal.valueOf(100)) <= 0);
    String unit = level.text("unit").orElse("");
    if (rate.isEmpty() || !List.of("percent", "%").contains(unit)) {
      faults.wrong(
          level.placeOf("value"),
          "`errorRate` is no number of rows in a hundred.",
          "Write for example value: 2, unit: percent.");
      return Optional.empty();
    }
    return rate;
  }
}
