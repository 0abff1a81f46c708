package org.assize.contract.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assize.contract.DataContract;

/** Compares the contracts of a workspace with those it had before. */
public final class ContractChanges {

  private static final List<String> UNPROMISED = List.of("proposed", "draft");

  private ContractChanges() {}

  /**
   * The tables that differ, by name. A table is the same one if domain and table have the same
   * names; each difference is classified as {@code docs/reference/contract-changes.md} says.
   */
  public static List<TableChange> between(
      Collection<DataContract> before, Collection<DataContract> after) {
    Map<String, DataContract> old = byName(before);
    Map<String, DataContract> now = byName(after);
    var names = new TreeMap<String, DataContract>(old);
    names.putAll(now);
    List<TableChange> changed = new ArrayList<>();
    for (String name : names.keySet()) {
      Optional<DataContract> was = Optional.ofNullable(old.get(name));
      Optional<DataContract> is = Optional.ofNullable(now.get(name));
      List<Change> changes = changes(was, is);
      if (!changes.isEmpty()) {
        changed.add(new TableChange(was, is, changes));
      }
    }
    return changed;
  }

  /** Whether a contract of that status promises anything yet. */
  static boolean promises(DataContract contract) {
    return !UNPROMISED.contains(contract.status());
  }

  private static Map<String, DataContract> byName(Collection<DataContract> contracts) {
    Map<String, DataContract> byName = new TreeMap<>();
    contracts.forEach(contract -> byName.put(contract.name().selector(), contract));
    return byName;
  }

  private static List<Change> changes(Optional<DataContract> before, Optional<DataContract> after) {
    var found = new Found();
    if (before.isEmpty()) {
      found.add(Impact.COMPATIBLE, after.orElseThrow().place(), "table added");
    } else if (after.isEmpty()) {
      found.add(Impact.BREAKING, before.get().place(), "table removed");
    } else {
      new TableTerms(found).compare(before.get(), after.get());
      new ColumnChanges(found).compare(before.get(), after.get());
      new RuleChanges(found).compare(before.get(), after.get());
    }
    return found.all();
  }
}
