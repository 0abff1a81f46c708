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

  /** The word for people and documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
