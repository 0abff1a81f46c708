package org.assize.core;

/**
 * Keys of {@link TableOutcome#counts}.
 *
 * <p>Source-fed: {@code records = recordsWithRows + recordsWithoutRows + recordsRefused}, {@code
 * rows = new + superseding + stale + repeats + filtered + quarantined}. Derived: {@code rows =
 * committed}.
 */
public final class Counts {

  public static final String FILES = "files";
  public static final String RECORDS = "records";
  public static final String RECORDS_WITH_ROWS = "recordsWithRows";
  public static final String RECORDS_WITHOUT_ROWS = "recordsWithoutRows";
  public static final String RECORDS_REFUSED = "recordsRefused";
  public static final String ROWS = "rows";
  public static final String NEW = "new";
  public static final String SUPERSEDING = "superseding";
  public static final String STALE = "stale";
  public static final String REPEATS = "repeats";
  public static final String FILTERED = "filtered";
  public static final String QUARANTINED = "quarantined";
  public static final String COMMITTED = "committed";
  public static final String INTERVALS = "intervals";

  private Counts() {}
}
