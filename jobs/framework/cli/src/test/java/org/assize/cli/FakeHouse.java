package org.assize.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assize.cli.draft.QueryColumn;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.core.SqlInspector;
import org.assize.core.Workspace;

/** A house without Spark: queries are read by their FROM, the engine answers what it is told. */
final class FakeHouse implements House {

  final FakeEngine engine = new FakeEngine();
  List<QueryColumn> yielded = List.of();

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
}
