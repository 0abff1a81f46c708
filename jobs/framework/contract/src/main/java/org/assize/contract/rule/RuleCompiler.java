package org.assize.contract.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.contract.Action;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.Load;
import org.assize.contract.LogicalType;
import org.assize.contract.Relationship;
import org.assize.contract.RuleTerms;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Problems;

/**
 * Turns a contract into rules.
 *
 * <p>Ids are the written ones, or the column's name and what it promises: {@code latitude_range},
 * {@code position_id_required}, {@code name_type}; parts of nested columns are joined by two
 * underscores. NULL passes every rule but {@code required}, the metrics of absent values, and rules
 * whose {@code nullPolicy} is {@code fail}; NaN breaks every range.
 */
public final class RuleCompiler {

  private RuleCompiler() {}

  /** The rules of a contract; what cannot be compiled is left out, with the reason as a problem. */
  public static RuleSet compile(DataContract contract, Problems problems) {
    var severities = new Severities(contract);
    var terms = new PromisedTerms(contract, severities, problems);
    var rules = new RowRules(terms, problems);
    if (!contract.isDerived()) {
      builtIn(contract, rules);
    }
    var promises = new Promises(rules, problems);
    var written = new WrittenRules(rules, severities, problems);
    for (Column column : contract.columns()) {
      Subject subject = Subject.of(column);
      promises.add(subject);
      written.add(subject);
      parents(column.name(), column.relationships(), rules);
      nested(column, problems);
    }
    for (Relationship parent : contract.relationships()) {
      parents(String.join("_", parent.from()), List.of(parent), rules);
    }
    written.addTable(contract.quality());
    keys(contract, rules);
    terms.check();
    new Scopes(problems).check(contract, rules);
    return new RuleSet(rules.rowRules(), rules.datasetRules(), Fingerprint.of(contract, rules));
  }

  /** That a record could be split, and each of its values read; both columns are never NULL. */
  private static void builtIn(DataContract contract, RowRules rules) {
    rules.add(
        new RowRule(
            RuleSet.PARSED,
            "_fault = 0",
            Action.QUARANTINE,
            RuleTerms.NONE,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "conformity",
            "The record can be decoded and split into its fields.",
            contract.place()));
    for (int i = 0; i < contract.columns().size(); i++) {
      Column column = contract.columns().get(i);
      if (column.logicalType() != LogicalType.STRING && column.logicalType() != LogicalType.TIME) {
        long bit = 1L << (i % RuleSet.BITS);
        rules.promise(
            Subject.of(column),
            "type",
            "(_unreadable_" + i / RuleSet.BITS + " & " + bit + "L) = 0",
            "conformity",
            column.name() + " can be read as " + column.physicalType() + ".");
      }
    }
  }

  private static void parents(String name, List<Relationship> parents, RowRules rules) {
    for (int i = 0; i < parents.size(); i++) {
      String id = name + "_related" + (i == 0 ? "" : "_" + (i + 1));
      Relationship parent = parents.get(i);
      rules.promise(
          id,
          parent,
          String.join(" and ", parent.from())
              + (parent.from().size() == 1 ? " is a " : " are a ")
              + String.join(" and ", parent.to())
              + " of "
              + parent.domain()
              + "/"
              + parent.table()
              + ".");
    }
  }

  /** A promise that nobody checks would mislead. */
  private static void nested(Column column, Problems problems) {
    List<Column> parts = new ArrayList<>(column.properties());
    column.items().ifPresent(parts::add);
    for (Column part : parts) {
      for (Relationship parent : part.relationships()) {
        problems.add(
            ErrorCode.UNSUPPORTED,
            parent.place(),
            "A relationship of part of a column is not supported yet.",
            "",
            "Make a column of it, write a rule of type sql, or say it in the description.");
      }
      nested(part, problems);
    }
  }

  private static void keys(DataContract contract, RowRules rules) {
    List<String> key = contract.primaryKey();
    boolean kept = !contract.isDerived() && contract.load().mode() == Load.Mode.MERGE;
    for (Column column : contract.columns()) {
      if (column.unique() && !key.equals(List.of(column.name()))) {
        rules.promiseDistinct(
            column.name() + "_unique",
            List.of(column.name()),
            "No two rows share one " + column.name() + ".",
            column.place());
      }
    }
    if (!key.isEmpty() && !kept) {
      rules.promiseDistinct(
          "primary_key_unique", key, "No two rows share one key.", contract.place());
    }
  }
}
