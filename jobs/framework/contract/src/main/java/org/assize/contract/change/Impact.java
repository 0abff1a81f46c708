package org.assize.contract.change;

import java.util.Locale;

/** What a difference asks of those who read a table, from nothing to everything. */
public enum Impact {
  /** Other words; what is read stays the same. */
  DOCUMENTATION,
  /** Every promise that was made is kept. */
  COMPATIBLE,
  /** A promise is taken back: something that works today may fail or mean another thing. */
  BREAKING;

  /** What a version says of the one before it: a new major one breaks, a new minor one does not. */
  public static Impact declared(String before, String after) {
    String[] was = before.split("\\.", 3);
    String[] is = after.split("\\.", 3);
    if (!was[0].equals(is[0])) {
      return BREAKING;
    }
    return is.length > 1 && was.length > 1 && was[1].equals(is[1]) ? DOCUMENTATION : COMPATIBLE;
  }

  /** The word for people and documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
