package org.assize.cli.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.assize.contract.LogicalType;

/** Finds a column that could be the key: filled and different in every record. */
final class KeyGuess {

  private KeyGuess() {}

  /** The likeliest: the first whose name says so, else the first column of all. */
  static Optional<String> of(List<DraftColumn> columns, Observed root, long records) {
    List<DraftColumn> unique =
        columns.stream().filter(column -> identifies(column, root, records)).toList();
    return unique.stream()
        .filter(column -> Names.isLikeKey(column.name()))
        .findFirst()
        .or(() -> unique.stream().filter(column -> column.equals(columns.get(0))).findFirst())
        .map(DraftColumn::name);
  }

  private static boolean identifies(DraftColumn column, Observed root, long records) {
    boolean plain = column.type() == LogicalType.STRING || column.type() == LogicalType.INTEGER;
    if (!plain || records < 2) {
      return false;
    }
    List<String> texts = root.member(column.source().orElse(column.name())).texts();
    return texts.size() == records && new HashSet<>(texts).size() == texts.size();
  }
}
