package org.assize.airflow.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param total how many there are in all; null where the server does not say
 */
record Page<T>(List<T> items, @Nullable Integer total) {

  /** As many as the server hands out at once by default. */
  static final int SIZE = 100;

  /** Whether nothing comes after it, {@code received} being all up to its end. */
  boolean isLast(int received) {
    return items.isEmpty() || (total != null && received >= total);
  }
}
