package org.assize.contract.change;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;

/**
 * Everything that differs in one table.
 *
 * @param before empty for a table that is new
 * @param after empty for a table that is gone
 * @param changes at least one, the gravest first
 */
public record TableChange(
    Optional<DataContract> before, Optional<DataContract> after, List<Change> changes) {

  public TableChange {
    changes =
        changes.stream()
            .sorted(
                Comparator.comparing(Change::impact)
                    .reversed()
                    .thenComparing(change -> change.place().line()))
            .toList();
  }

  /** The table: as it is called now, or was. */
  public DatasetName table() {
    return after.or(() -> before).orElseThrow().name();
  }

  /** The gravest of the changes. */
  public Impact impact() {
    return changes.stream()
        .map(Change::impact)
        .max(Comparator.naturalOrder())
        .orElse(Impact.DOCUMENTATION);
  }

  /** The changes of one impact. */
  public List<Change> of(Impact impact) {
    return changes.stream().filter(change -> change.impact() == impact).toList();
  }
}
