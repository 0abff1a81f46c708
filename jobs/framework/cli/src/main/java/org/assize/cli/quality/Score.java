package org.assize.cli.quality;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.assize.core.RuleResult.Effect;

/**
 * How well expectations were met by the last batch that was measured, 0 to 100.
 *
 * <p>An expectation that counts rows is met by the share of rows that do not break it; any other is
 * met or not. The score is the weighted mean: critical elements weigh {@link
 * Expectation#CRITICAL_WEIGHT} times. An exemption changes no score.
 */
public final class Score {

  /** The same in words for people. */
  public static final String DEFINITION =
      "The score says how well the last batch met the contract, from 0 to 100. An expectation about"
          + " single rows is met by the share of rows that keep it; an expectation about the whole"
          + " batch is met or not met. The score is their mean, in which an expectation about a"
          + " critical element (a key, or a column that the contract calls critical) counts three"
          + " times. Exempted expectations count as they were measured. The score is rounded down,"
          + " so 100 means that everything was met.";

  private Score() {}

  /** The score; empty where nothing was measured. */
  public static OptionalDouble of(List<Expectation> expectations) {
    double met = 0;
    double all = 0;
    for (Expectation expectation : expectations) {
      if (expectation.last().isPresent()) {
        met += expectation.weight() * met(expectation, expectation.last().get());
        all += expectation.weight();
      }
    }
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100 * met / all);
  }

  /** A score with one decimal, rounded down. */
  public static String text(double score) {
    return String.format(Locale.ROOT, "%.1f", Math.floor(score * 10 + 1e-6) / 10);
  }

  private static double met(Expectation expectation, Reading reading) {
    if (expectation.countsBrokenRows()) {
      return reading.rows() == 0 ? 1 : 1 - reading.figure().orElse(0) / reading.rows();
    }
    return reading.effect() == Effect.NONE ? 1 : 0;
  }
}
