package org.assize.spark.table;

import java.util.List;
import java.util.Optional;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.spark.ledger.BatchState;
import org.assize.spark.ledger.LedgerEvent.Kind;

/** Groups of which some tables are committed and others not yet. */
record OpenGroups(RunContext context) {

  /** A table of the group of another one that is still to be committed. */
  Optional<DatasetName> missing(DatasetName table) {
    List<DataContract> all = context.workspace().contracts();
    Optional<String> group =
        context.workspace().contract(table).flatMap(contract -> contract.group());
    return all.stream()
        .filter(contract -> group.isPresent() && contract.group().equals(group))
        .map(DataContract::name)
        .filter(member -> member.domain().equals(table.domain()))
        .filter(this::isPassedOnly)
        .findFirst();
  }

  private boolean isPassedOnly(DatasetName member) {
    return context.ledger().batches(member.toString()).stream()
        .filter(state -> state.last() == Kind.PASSED)
        .map(BatchState::batch)
        .anyMatch(
            batch -> context.table(member).commitOf(batch.id(), batch.tableVersion()).isEmpty());
  }
}
