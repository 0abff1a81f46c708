package org.assize.cli.site;

import java.util.Locale;
import org.assize.cli.quality.Expectation;
import org.assize.cli.quality.Reading;
import org.assize.cli.quality.RuleWords;
import org.assize.cli.quality.Standing.Tone;
import org.assize.cli.text.Numbers;
import org.assize.contract.Measure;
import org.assize.core.RuleResult.Effect;

/** What a batch measured, and what came of it, in words. */
final class ResultWords {

  private static final double LEAST_SHARE = 0.01;

  private ResultWords() {}

  /** The figure as a sentence. */
  static String figure(Expectation expectation, Reading reading) {
    if (reading.figure().isEmpty()) {
      boolean measurable = reading.rows() > 0 && !expectation.disclosure().reason().isEmpty();
      return measurable ? expectation.disclosure().reason() : "There was nothing to measure.";
    }
    double value = reading.figure().getAsDouble();
    if (expectation.countsBrokenRows()) {
      return broken(expectation.measure(), Math.round(value), reading.rows());
    }
    String unit = expectation.unit().isEmpty() ? "" : " " + expectation.unit();
    return "Measured " + RuleWords.number(value) + unit + "." + usual(reading);
  }

  private static String usual(Reading reading) {
    if (reading.low().isEmpty() || reading.high().isEmpty()) {
      return "";
    }
    return " Usual is "
        + RuleWords.number(reading.low().getAsDouble())
        + " to "
        + RuleWords.number(reading.high().getAsDouble())
        + ".";
  }

  private static String broken(Measure measure, long broken, long rows) {
    boolean repeats = measure == Measure.DUPLICATES;
    if (broken == 0) {
      return (repeats ? "No repeats in " : "All kept by ") + Numbers.count(rows, "row") + ".";
    }
    return Numbers.count(broken)
        + " of "
        + Numbers.count(rows, "row")
        + (repeats ? " repeat another (" : " broke it (")
        + share(broken, rows)
        + ").";
  }

  /** A share in percent, never rounded down to none. */
  static String share(long part, long all) {
    double percent = 100.0 * part / all;
    return percent < LEAST_SHARE
        ? "under 0.01%"
        : String.format(Locale.ROOT, percent < 10 ? "%.2f%%" : "%.1f%%", percent);
  }

  /** What came of the last reading. */
  static Element outcome(Expectation expectation) {
    if (expectation.last().isEmpty()) {
      return Badge.of(Tone.QUIET, "Not measured yet");
    }
    Reading reading = expectation.last().get();
    if (reading.isExempt()) {
      return Badge.of(Tone.QUIET, "Exempt, measured only");
    }
    return switch (reading.effect()) {
      case NONE -> Badge.of(Tone.GOOD, isBroken(expectation, reading) ? "Within limit" : "Met");
      case REFUSED -> Badge.of(Tone.DOUBTFUL, "Rows refused");
      case WARNED -> Badge.of(Tone.DOUBTFUL, "Warning");
      case HELD ->
          reading.isHeld()
              ? Badge.of(Tone.BAD, "Held the batch")
              : Badge.of(Tone.DOUBTFUL, "Accepted by decision");
    };
  }

  /** Held first, then warnings, refused rows, and the rest. */
  static int urgency(Expectation expectation) {
    return expectation.last().map(reading -> -rank(reading.effect())).orElse(0);
  }

  private static int rank(Effect effect) {
    return switch (effect) {
      case NONE -> 0;
      case REFUSED -> 1;
      case WARNED -> 2;
      case HELD -> 3;
    };
  }

  private static boolean isBroken(Expectation expectation, Reading reading) {
    return expectation.countsBrokenRows() && reading.figure().orElse(0) > 0;
  }
}
