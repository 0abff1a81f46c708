package org.assize.core.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.DataContract;
import org.assize.contract.Schedule;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.core.Definition;

/** Schedules whose time does not exist on a day of the coming year: worth a word, no fault. */
public final class SkippedHours {

  private SkippedHours() {}

  /** Warns once for each such schedule of a domain, where a contract has it. */
  public static void warn(Collection<Definition> definitions, Instant now, Problems problems) {
    Set<String> told = new HashSet<>();
    for (Definition definition : definitions) {
      if (definition instanceof Definition.Contracted table) {
        DataContract contract = table.contract();
        contract
            .schedule()
            .filter(schedule -> told.add(table.table().domain() + " " + schedule))
            .ifPresent(schedule -> warn(contract, schedule, now, problems));
      }
    }
  }

  private static void warn(
      DataContract contract, Schedule schedule, Instant now, Problems problems) {
    Optional<LocalDateTime> skipped = Occurrences.of(schedule).skipped(now);
    if (skipped.isPresent()) {
      problems.warn(
          new Problem(
              ErrorCode.SCHEDULE_SKIPPED,
              contract.place(),
              "`" + schedule.cron() + "` comes at a time that clocks skip.",
              "In "
                  + schedule.timezone()
                  + " there is no "
                  + skipped.get().toLocalTime()
                  + " on "
                  + skipped.get().toLocalDate()
                  + "; that run begins later.",
              "Choose another hour, or leave it if that does not matter."));
    }
  }
}
