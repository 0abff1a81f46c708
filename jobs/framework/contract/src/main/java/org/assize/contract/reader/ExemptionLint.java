package org.assize.contract.reader;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.assize.contract.Limit;
import org.assize.contract.yaml.Mapping;

/** Whether thresholds and exemptions of a rule can be understood. */
final class ExemptionLint {

  private final Faults faults;

  ExemptionLint(Faults faults) {
    this.faults = faults;
  }

  /**
   * Checks the property {@code assize} of a rule.
   *
   * @param overRows whether the rule judges single rows
   */
  void check(Mapping ours, boolean overRows) {
    for (String key : List.of("warnAt", "failAt")) {
      if (ours.has(key) && !overRows) {
        faults.invalid(
            ours.placeOf(key),
            "`" + key + "` counts rows that break a condition.",
            "This rule has a bound of its own.",
            "Remove it.");
      } else if (ours.has(key) && ours.text(key).flatMap(Limit::parse).isEmpty()) {
        faults.wrong(
            ours.placeOf(key),
            "`" + key + "` is a number of rows above 0, or a share of at most 100%.",
            "Write for example `20` or `5%`.");
      }
    }
    ours.mapping("exempt").ifPresent(this::exemption);
  }

  /**
   * Checks the terms of rules that columns imply; whether there are such rules is not known yet.
   */
  void checkPromises(Mapping assize) {
    assize
        .mapping("promises")
        .ifPresent(
            promises ->
                promises.entries().stream()
                    .filter(entry -> entry.value() instanceof Mapping)
                    .forEach(entry -> check((Mapping) entry.value(), true)));
  }

  private void exemption(Mapping written) {
    if (written.has("until") && written.text("until").flatMap(ExemptionLint::day).isEmpty()) {
      faults.wrong(written.placeOf("until"), "`until` is a day.", "Write it as 2026-11-23.");
    }
  }

  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
