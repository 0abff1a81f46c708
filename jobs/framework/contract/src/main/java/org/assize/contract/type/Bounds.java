package org.assize.contract.type;

import java.math.BigDecimal;
import java.util.Set;

/** How a bound of {@code logicalTypeOptions} moves what it admits. */
public enum Bounds {
  /** The same values. */
  SAME,
  /** Fewer values. */
  NARROWER,
  /** More values. */
  WIDER,
  /** Others: patterns, formats and steps cannot be compared. */
  OTHER;

  private static final Set<String> LOWER = Set.of("minimum", "exclusiveMinimum", "minLength");
  private static final Set<String> UPPER = Set.of("maximum", "exclusiveMaximum", "maxLength");

  /**
   * Compares two values of one option. Numbers are compared as numbers, dates and times as the ISO
   * text that they are.
   */
  public static Bounds moved(String option, String before, String after) {
    int order = order(before, after);
    if (order == 0) {
      return SAME;
    }
    if (LOWER.contains(option)) {
      return order < 0 ? NARROWER : WIDER;
    }
    if (UPPER.contains(option)) {
      return order > 0 ? NARROWER : WIDER;
    }
    return OTHER;
  }

  private static int order(String before, String after) {
    try {
      return new BigDecimal(before).compareTo(new BigDecimal(after));
    } catch (NumberFormatException noNumbers) {
      return before.compareTo(after);
    }
  }
}
