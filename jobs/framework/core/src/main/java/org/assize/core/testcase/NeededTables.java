package org.assize.core.testcase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.DatasetName;
import org.assize.core.Definition;

/** The other tables that a case of a table must bring, and the names that their files may have. */
final class NeededTables {

  private final Map<DatasetName, Set<String>> names = new LinkedHashMap<>();
  private final Set<DatasetName> asked;

  NeededTables(Definition.Contracted table) {
    if (table instanceof Definition.Derived derived) {
      derived.inputs().forEach(input -> add(input.table(), Optional.of(input.name())));
    }
    table.beside().parents().forEach(parent -> add(parent.table(), Optional.empty()));
    asked = new LinkedHashSet<>(table.beside().asked());
    asked.removeAll(names.keySet());
    asked.forEach(other -> add(other, Optional.empty()));
    names.remove(table.table());
  }

  private void add(DatasetName table, Optional<String> frame) {
    Set<String> all = names.computeIfAbsent(table, key -> new LinkedHashSet<>());
    all.add(table.table());
    frame.ifPresent(all::add);
    all.add(table.domain() + "." + table.table());
    all.add(table.toString());
  }

  /**
   * Those that must be there: what only rules about a whole delivery ask, only where these count.
   */
  List<DatasetName> required(boolean isWholeDelivery) {
    return names.keySet().stream()
        .filter(table -> isWholeDelivery || !asked.contains(table))
        .toList();
  }

  /** The table that a file of that name holds; empty where none or several may be meant. */
  Optional<DatasetName> named(String word) {
    List<DatasetName> meant = new ArrayList<>();
    names.forEach(
        (table, all) -> {
          if (all.contains(word)) {
            meant.add(table);
          }
        });
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  /** The shortest name that means one table only. */
  String shortest(DatasetName table) {
    return names.getOrDefault(table, Set.of()).stream()
        .filter(word -> named(word).isPresent())
        .findFirst()
        .orElseGet(table::toString);
  }

  /** The shortest name of each. */
  List<String> words() {
    return names.keySet().stream().map(this::shortest).toList();
  }
}
