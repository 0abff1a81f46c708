package org.assize.core.incident;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.assize.contract.DatasetName;
import org.assize.core.Definition;

/** Who reads tables, at first hand and further on. */
final class Dependants {

  private final List<Definition> definitions;

  /** Takes every table, inputs first. */
  Dependants(List<Definition> definitions) {
    this.definitions = definitions;
  }

  /** Names of the tables that follow some others, these left out, inputs first. */
  List<String> of(Collection<DatasetName> tables) {
    Set<DatasetName> reached = new LinkedHashSet<>(tables);
    Set<String> names = new LinkedHashSet<>();
    for (Definition definition : definitions) {
      boolean follows = definition.follows().stream().anyMatch(reached::contains);
      if (follows && reached.add(definition.table())) {
        names.add(definition.table().toString());
      }
    }
    return List.copyOf(names);
  }
}
