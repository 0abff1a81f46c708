package org.assize.cli;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assize.core.Measurement;
import org.assize.core.RuleResult;
import org.assize.core.RuleResult.Effect;
import org.assize.core.StoredRows;

/** Measurements of the example's hearings. */
record Readings(String rule, String measure) {

  static final String TABLE = "example_curated.hearing";
  static final Instant FIRST = Instant.parse("2026-10-24T06:00:00Z");
  static final StoredRows ROWS =
      new StoredRows(OptionalLong.of(4812), 7, Map.of("heard_on_type", 7L));

  /** A figure of a batch that became visible. */
  Measurement of(int day, double figure, Effect effect) {
    return of(day, figure, effect, Optional.empty(), true);
  }

  /** A figure that its history expected within a tenth. */
  Measurement usual(int day, double figure, Effect effect) {
    return of(day, figure, effect, Optional.of(200.0), effect != Effect.HELD);
  }

  private Measurement of(
      int day, double figure, Effect effect, Optional<Double> middle, boolean isCommitted) {
    return new Measurement(
        TABLE,
        "batch" + day,
        "run" + day,
        FIRST.plusSeconds(86_400L * day),
        "1.0.0",
        "rules",
        new RuleResult(
            rule,
            "",
            measure,
            OptionalDouble.of(figure),
            200,
            bound(middle, 0.9),
            bound(middle, 1.1),
            effect,
            false),
        isCommitted);
  }

  private static OptionalDouble bound(Optional<Double> middle, double share) {
    return middle.map(m -> OptionalDouble.of(m * share)).orElse(OptionalDouble.empty());
  }
}
