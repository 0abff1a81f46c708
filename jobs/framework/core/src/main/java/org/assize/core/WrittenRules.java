package org.assize.core;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.QualityRule;

/** Tells the rules whose expression a person wrote from those that the compiler made. */
final class WrittenRules {

  private WrittenRules() {}

  /** Ids of rules with an expression of their own; it may say anything, so it must be checked. */
  static Set<String> ids(DataContract contract) {
    Set<String> ids = new HashSet<>();
    add(contract.quality(), ids);
    addColumns(contract.columns(), ids);
    return ids;
  }

  private static void addColumns(Collection<Column> columns, Set<String> ids) {
    for (Column column : columns) {
      add(column.quality(), ids);
      addColumns(column.properties(), ids);
      column.items().ifPresent(items -> addColumns(List.of(items), ids));
    }
  }

  private static void add(List<QualityRule> rules, Set<String> ids) {
    rules.stream()
        .filter(rule -> rule.implementation().isPresent())
        .map(QualityRule::id)
        .forEach(ids::add);
  }
}
