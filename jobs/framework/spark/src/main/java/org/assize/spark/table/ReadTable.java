package org.assize.spark.table;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assize.core.ReadEnvironment;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;
import org.jspecify.annotations.Nullable;

/**
 * A table as an input: where it is read, and since when.
 *
 * @param from the environment that it is read from; empty for the own warehouse
 */
public record ReadTable(StoredTable stored, Optional<ReadEnvironment> from) {

  /** Versions of it, as a batch pins them. */
  UpstreamRange range(long after, long upTo) {
    return new UpstreamRange(stored.name().toString(), stored.tableId(), after, upTo, warehouse());
  }

  /** Whether it was read in another warehouse when it was read last. */
  boolean isMoved(Map<String, UpstreamRange> consumed) {
    UpstreamRange last = consumed.get(stored.name().toString());
    return last != null && !Objects.equals(last.warehouse(), warehouse());
  }

  private @Nullable String warehouse() {
    return from.map(ReadEnvironment::warehouse).map(URI::toString).orElse(null);
  }
}
