package org.assize.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How many rows a table has, and how many its contract refused.
 *
 * @param visible rows of the newest version; empty where the table was never built
 * @param refused rows in quarantine about which nobody decided yet
 * @param refusedBy the same by rule; a row that broke two rules counts for both
 */
public record StoredRows(OptionalLong visible, long refused, Map<String, Long> refusedBy) {

  /** A table that was never built. */
  public static final StoredRows NONE = new StoredRows(OptionalLong.empty(), 0, Map.of());

  public StoredRows {
    refusedBy = new LinkedHashMap<>(refusedBy);
  }
}
