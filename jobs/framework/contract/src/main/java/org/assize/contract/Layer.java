package org.assize.contract;

import java.util.Locale;

/** Where a table stands on the way of a row. */
public enum Layer {
  /** Every delivered record as it came. */
  RAW,
  /** Typed, conformed, deduplicated rows that their contract accepts. */
  CURATED,
  /** What analysts read. */
  PUBLISHED,
  /** Rows that a contract refused. */
  QUARANTINE;

  /** The word used in folders and database names. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
