package org.assize.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.assize.cli.draft.QueryColumn;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.core.SqlInspector;
import org.assize.core.Workspace;
import org.assize.core.deploy.Shelf;
import org.assize.core.lineage.ColumnOrigins;
import org.assize.core.testcase.CaseOutcome;
import org.assize.core.testcase.CaseOutcome.Difference;
import org.assize.core.testcase.CaseRunner;
import org.assize.core.testcase.TableCase;

/** A house without Spark: queries are read by their FROM, the engine answers what it is told. */
final class FakeHouse implements House {

  final FakeShelf shelf = new FakeShelf();
  final FakeEngine engine = new FakeEngine();
  List<QueryColumn> yielded = List.of();
  List<String> failing = List.of();
  List<TableCase> tested = List.of();

  @Override
  public SqlInspector inspector() {
    return new SqlInspector() {
      @Override
      public List<String> tables(String sql, Place file, Problems problems) {
        return Pattern.compile("FROM (\\S+)")
            .matcher(sql)
            .results()
            .map(match -> match.group(1))
            .toList();
      }

      @Override
      public void check(
          String sql,
          Place file,
          Map<String, List<Column>> inputs,
          DataContract contract,
          Problems problems) {}

      @Override
      public ColumnOrigins origins(String sql, Map<String, List<Column>> inputs) {
        return ColumnOrigins.UNKNOWN;
      }

      @Override
      public void checkPredicate(
          String predicate, List<Column> columns, Place place, Problems problems) {}

      @Override
      public java.util.Optional<String> checkClass(
          org.assize.contract.JavaCondition rule,
          Workspace workspace,
          Place place,
          Problems problems) {
        return java.util.Optional.empty();
      }
    };
  }

  @Override
  public List<QueryColumn> yields(
      String sql, Place file, Map<String, List<Column>> inputs, Problems problems) {
    return yielded;
  }

  @Override
  public OpenEngine open(Workspace workspace, Clock clock) {
    engine.opened++;
    return engine;
  }

  @Override
  public Shelf shelf(java.net.URI warehouse) {
    return shelf;
  }

  @Override
  public CaseRunner cases(Workspace workspace) {
    return new CaseRunner() {
      @Override
      public void check(TableCase subject, Problems problems) {}

      @Override
      public void run(List<TableCase> subjects, Consumer<CaseOutcome> listener) {
        var difference = new Difference(true, "The table differs.", 1, 0, List.of("missing"));
        for (TableCase subject : subjects) {
          boolean isFailing = failing.contains(subject.selector());
          listener.accept(
              new CaseOutcome(
                  subject, true, isFailing ? List.of(difference) : List.of(), Duration.ZERO));
        }
        tested = subjects;
      }

      @Override
      public void close() {}
    };
  }
}
