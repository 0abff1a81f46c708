package org.assize.contract;

import java.util.List;
import java.util.Optional;

/**
 * How rows enter a table.
 *
 * @param latestBy columns that order the versions of a key, most significant first, nulls lowest;
 *     {@code _name} is a placeholder of the source
 * @param whenEmpty what becomes of a batch that brings no row; empty means that it may add nothing,
 *     and holds where it would leave a table without rows that had some
 */
public record Load(
    Mode mode, List<String> latestBy, Optional<Interval> interval, Optional<WhenEmpty> whenEmpty) {

  public Load {
    latestBy = List.copyOf(latestBy);
  }

  /** What a batch without a row does. */
  public enum WhenEmpty {
    HOLD,
    WARN,
    /** It is as good as any other. */
    ALLOW
  }

  /** Load modes. */
  public enum Mode {
    /** Every accepted row is added. */
    APPEND,
    /** The latest row of each key. */
    MERGE,
    /** The table is the newest delivery, or the whole result. */
    REPLACE,
    /** The result of each interval replaces that interval. */
    REPLACE_INTERVAL
  }
}
