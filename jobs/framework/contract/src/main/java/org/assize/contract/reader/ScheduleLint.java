package org.assize.contract.reader;

import java.util.Optional;
import org.assize.contract.Cron;
import org.assize.contract.yaml.Mapping;

/** Whether a schedule can be read and kept. */
final class ScheduleLint {

  private final Faults faults;

  ScheduleLint(Faults faults) {
    this.faults = faults;
  }

  void check(Mapping schedule) {
    String cron = schedule.text("cron").orElse("");
    if (!cron.isEmpty()) {
      for (String cause : Cron.faults(cron)) {
        faults.invalid(
            schedule.placeOf("cron"),
            "`cron: " + cron + "` is no schedule.",
            cause,
            "Write minute, hour, day of month, month, day of week: 0 5 * * *.");
      }
    }
    Optional<String> start = schedule.text("start");
    if (start.isPresent() && ScheduleMapper.day(start.get()).isEmpty()) {
      faults.invalid(
          schedule.placeOf("start"),
          "`start: " + start.get() + "` is no day.",
          "",
          "Write year, month and day: 2026-11-23.");
    }
    if (schedule.text("missed").filter("all"::equals).isPresent() && start.isEmpty()) {
      faults.invalid(
          schedule.placeOf("missed"),
          "`missed: all` needs a first day.",
          "Every run since that day is made up for.",
          "Add `start: 2026-11-23`.");
    }
  }
}
