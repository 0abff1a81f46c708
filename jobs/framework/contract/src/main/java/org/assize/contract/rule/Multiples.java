package org.assize.contract.rule;

import java.util.Locale;
import org.assize.contract.type.SparkType;
import org.assize.contract.type.SparkType.Plain;

/**
 * Whether a binary fraction is a multiple of a step, as it is written: 0.3 is one of 0.1, although
 * no double is. Beyond 38 digits nothing is.
 */
final class Multiples {

  private Multiples() {}

  /** A predicate that is FALSE where the value is no multiple, or is none at all. */
  static String ofFraction(String value, SparkType type, String step) {
    // A float is another number as a double, and the same as text.
    String exact = type == Plain.FLOAT ? "CAST(" + value + " AS STRING)" : value;
    String small = "CAST(" + exact + " AS DECIMAL(38,18))";
    String large = "CAST(" + exact + " AS DECIMAL(38,0))";
    String isWhole =
        String.format(
            Locale.ROOT,
            "(%s %% %s = 0 AND CAST(%s AS %s) = %s)",
            small,
            step,
            small,
            type == Plain.FLOAT ? "FLOAT" : "DOUBLE",
            value);
    return "coalesce(" + isWhole + ", " + large + " % " + step + " = 0, false)";
  }
}
