package org.assize.spark.testcase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DataContract;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.contract.rule.RuleSet;
import org.assize.core.Definition;
import org.assize.core.RunListener;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.TableTask;
import org.assize.core.testcase.CaseOutcome.Difference;
import org.assize.core.testcase.CaseRows;
import org.assize.core.testcase.TableCase;
import org.assize.spark.Engine;
import org.assize.spark.delta.StoredTable;

/** One run of a case, whole or in two parts, in a warehouse of its own. */
final class CaseAttempt {

  private static final String HELD_BY = "held by ";

  private final SparkSession spark;
  private final CaseWarehouse warehouse;
  private final TableCase subject;
  private final Arrivals arrivals;
  private final boolean isSplit;

  CaseAttempt(SparkSession spark, CaseWarehouse warehouse, TableCase subject, Arrivals arrivals) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.subject = subject;
    this.arrivals = arrivals;
    this.isSplit = arrivals.parts() > 1;
  }

  List<Difference> differences(ClassLoader classes) {
    arrivals.place(warehouse);
    Engine engine = warehouse.engine(classes);
    List<String> held = new ArrayList<>();
    for (int part = 0; part < arrivals.parts(); part++) {
      List<Definition> before = arrivals.bring(part, warehouse);
      List<TableOutcome> outcomes =
          new ArrayList<>(before.isEmpty() ? List.of() : run(engine, before));
      outcomes.addAll(run(engine, List.of(judged())));
      for (TableOutcome outcome : outcomes) {
        Optional<Difference> failure = failure(outcome);
        if (failure.isPresent()) {
          return List.of(failure.get());
        }
        if (outcome.status() == Status.HELD) {
          held.addAll(rules(outcome));
        }
      }
    }
    return compared(held);
  }

  private static List<TableOutcome> run(Engine engine, List<Definition> tables) {
    return engine.run(
        tables.stream().map(table -> new TableTask(table, Optional.empty(), false)).toList(),
        RunListener.SILENT);
  }

  /** A few rows are no delivery: what is said of deliveries counts where the case asks for it. */
  private Definition judged() {
    RuleSet written = subject.table().rules();
    RuleSet rules = subject.holds().isEmpty() ? written.forFewRows() : written;
    if (subject.table() instanceof Definition.Derived derived) {
      return new Definition.Derived(
          derived.contract(), rules, derived.sql(), derived.inputs(), derived.beside());
    }
    return new Definition.SourceFed(subject.table().contract(), rules, subject.table().beside());
  }

  private Optional<Difference> failure(TableOutcome outcome) {
    boolean isDone =
        switch (outcome.status()) {
          case COMMITTED, COMMITTED_WITH_WARNINGS, UP_TO_DATE, DONE_ELSEWHERE, HELD -> true;
          case FAILED, NOT_READY, SKIPPED -> false;
        };
    if (isDone) {
      return Optional.empty();
    }
    List<String> lines = outcome.problems().stream().map(Problem::toString).toList();
    String what = outcome.table().selector() + " was not built";
    return Optional.of(difference(what, lines.isEmpty() ? List.of(outcome.note()) : lines));
  }

  private static List<String> rules(TableOutcome held) {
    String note = held.note();
    return note.startsWith(HELD_BY)
        ? List.of(note.substring(HELD_BY.length()).split(", "))
        : List.of(note);
  }

  private Difference difference(String what, List<String> lines) {
    return new Difference(isSplit, begin() + what + ".", 0, 0, lines);
  }

  private String begin() {
    return isSplit ? "In two parts: " : "";
  }

  private List<Difference> compared(List<String> held) {
    if (!new TreeSet<>(held).equals(new TreeSet<>(subject.holds()))) {
      return List.of(difference("the batch was held by " + words(held) + wanted(), List.of()));
    }
    List<Difference> differences = new ArrayList<>();
    DataContract contract = subject.table().contract();
    Dataset<Row> expected = typed(subject.expected());
    new Comparison(subject.expected(), expected, contract.primaryKey())
        .with(table(), begin() + "The table", isSplit)
        .ifPresent(differences::add);
    subject
        .quarantine()
        .flatMap(
            file ->
                new Comparison(file, RefusedRows.expected(typed(file)), contract.primaryKey())
                    .with(
                        RefusedRows.actual(spark, warehouse, contract),
                        begin() + "Quarantine",
                        isSplit))
        .ifPresent(differences::add);
    return differences;
  }

  private String wanted() {
    return subject.holds().isEmpty() ? "" : ", not by " + words(subject.holds());
  }

  private static String words(List<String> rules) {
    return rules.isEmpty() ? "no rule" : String.join(", ", rules);
  }

  private Dataset<Row> typed(CaseRows file) {
    return TypedRows.read(file, subject.table().contract(), new Problems()).frame(spark);
  }

  private Dataset<Row> table() {
    StoredTable table = warehouse.stored(subject.table().table());
    return table.frame(table.latestVersion());
  }
}
