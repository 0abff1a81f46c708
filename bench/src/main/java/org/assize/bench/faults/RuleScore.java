package org.assize.bench.faults;

/**
 * How well one rule found its faults.
 *
 * @param planted rows that must break it
 * @param found those among them that were reported under it
 * @param wrong other rows that were reported under it
 */
record RuleScore(String table, String rule, long planted, long found, long wrong) {

  /** The share of right reports; 1 where there are none. */
  double precision() {
    return found + wrong == 0 ? 1 : (double) found / (found + wrong);
  }

  /** The share of planted rows that were found; 0 for a rule that nothing was planted for. */
  double recall() {
    return planted == 0 ? 0 : (double) found / planted;
  }

  boolean isPerfect() {
    return planted > 0 && found == planted && wrong == 0;
  }
}
