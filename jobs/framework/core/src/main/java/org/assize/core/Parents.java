package org.assize.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.Relationship;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Problems;
import org.assize.contract.rule.RowRule;
import org.assize.contract.rule.RuleSet;

/** Finds the tables in which the foreign keys of a contract must be found. */
final class Parents {

  private final DataContract contract;
  private final Map<String, DataContract> contracts;
  private final Problems problems;

  Parents(DataContract contract, Map<String, DataContract> contracts, Problems problems) {
    this.contract = contract;
    this.contracts = contracts;
    this.problems = problems;
  }

  /** One for each rule about a foreign key; reports unknown tables and columns, and other types. */
  List<Definition.Parent> of(RuleSet rules) {
    List<Definition.Parent> parents = new ArrayList<>();
    for (RowRule rule : rules.rowRules()) {
      rule.parent().flatMap(to -> parent(rule, to)).ifPresent(parents::add);
    }
    return parents;
  }

  private Optional<Definition.Parent> parent(RowRule rule, Relationship to) {
    String selector = to.domain() + "/" + to.table();
    Optional<DataContract> parent =
        contracts.values().stream().filter(c -> c.name().selector().equals(selector)).findFirst();
    if (parent.isEmpty()) {
      List<String> known = contracts.values().stream().map(c -> c.name().selector()).toList();
      problems.add(
          ErrorCode.UNKNOWN_TABLE,
          to.place(),
          "The relationship leads to `" + selector + "`, which is no table of this workspace.",
          "",
          Nearest.hint(selector, known));
      return Optional.empty();
    }
    if (parent.get().name().equals(contract.name())) {
      problems.add(
          ErrorCode.UNSUPPORTED,
          to.place(),
          "A relationship of a table to itself is not supported yet.",
          "",
          "Write a rule of type sql.");
      return Optional.empty();
    }
    boolean isSound = true;
    for (int i = 0; i < to.from().size(); i++) {
      isSound &= isSound(to, to.from().get(i), parent.get(), to.to().get(i));
    }
    return isSound
        ? Optional.of(new Definition.Parent(rule.id(), to.from(), parent.get().name(), to.to()))
        : Optional.empty();
  }

  private boolean isSound(Relationship to, String column, DataContract parent, String key) {
    Optional<Column> found = parent.column(key);
    if (found.isEmpty()) {
      problems.add(
          ErrorCode.UNKNOWN_COLUMN,
          to.place(),
          "The relationship leads to `"
              + key
              + "`, which is no column of "
              + parent.name().selector()
              + ".",
          "",
          Nearest.hint(key, parent.columns().stream().map(Column::name).toList()));
      return false;
    }
    String type = contract.column(column).orElseThrow().physicalType();
    if (!type.equals(found.get().physicalType())) {
      problems.add(
          ErrorCode.SCHEMA_MISMATCH,
          to.place(),
          "`" + column + "` is " + type + ", its parent " + found.get().physicalType() + ".",
          "Keys of different types are never equal.",
          "Give both one type.");
    }
    return true;
  }
}
