package org.assize.contract.rule;

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
      if (!contract.isDerived()) {
        parents(column, rules);
      }
      unchecked(column, contract.isDerived(), problems);
    }
    written.addTable(contract.quality());
    keys(contract, rules);
    terms.check();
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

  private static void parents(Column column, RowRules rules) {
    for (int i = 0; i < column.relationships().size(); i++) {
      String id = column.name() + "_related" + (i == 0 ? "" : "_" + (i + 1));
      Relationship parent = column.relationships().get(i);
      rules.promise(
          id,
          column,
          parent,
          column.name()
              + " is a "
              + parent.column()
              + " of "
              + parent.domain()
              + "/"
              + parent.table()
              + ".");
    }
  }

  /** A promise that nobody checks would mislead. */
  private static void unchecked(Column column, boolean isDerivedOrNested, Problems problems) {
    if (isDerivedOrNested) {
      for (Relationship parent : column.relationships()) {
        problems.add(
            ErrorCode.UNSUPPORTED,
            parent.place(),
            "A relationship of a derived table, or of part of a column, is not supported yet.",
            "",
            "Write a rule of type sql, or say it in the description.");
      }
    }
    column.properties().forEach(field -> unchecked(field, true, problems));
    column.items().ifPresent(element -> unchecked(element, true, problems));
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
