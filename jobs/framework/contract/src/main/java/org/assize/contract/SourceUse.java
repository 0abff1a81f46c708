package org.assize.contract;

import java.util.Map;
import java.util.Optional;

/**
 * How one contract reads a source.
 *
 * @param rows JSON path of the elements that become rows ({@code $.a.b[*].c[*]}); empty means one
 *     row a record
 * @param columns source name by column, where this source's names differ from the contract's own
 */
public record SourceUse(Source source, Optional<String> rows, Map<String, String> columns) {

  public SourceUse {
    columns = Map.copyOf(columns);
  }
}
