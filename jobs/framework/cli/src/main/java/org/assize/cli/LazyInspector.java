package org.assize.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.JavaCondition;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.core.SqlInspector;
import org.assize.core.Workspace;
import org.assize.core.lineage.ColumnOrigins;

/** An inspector made when the first query or rule is met: its classes take longest to load. */
final class LazyInspector implements SqlInspector {

  private final Supplier<SqlInspector> maker;
  private Optional<SqlInspector> made = Optional.empty();

  LazyInspector(Supplier<SqlInspector> maker) {
    this.maker = maker;
  }

  private SqlInspector inspector() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }

  @Override
  public List<String> tables(String sql, Place file, Problems problems) {
    return inspector().tables(sql, file, problems);
  }

  @Override
  public void check(
      String sql,
      Place file,
      Map<String, List<Column>> inputs,
      DataContract contract,
      Problems problems) {
    inspector().check(sql, file, inputs, contract, problems);
  }

  @Override
  public ColumnOrigins origins(String sql, Map<String, List<Column>> inputs) {
    return inspector().origins(sql, inputs);
  }

  @Override
  public void checkPredicate(
      String predicate, List<Column> columns, Place place, Problems problems) {
    inspector().checkPredicate(predicate, columns, place, problems);
  }

  @Override
  public Optional<String> checkClass(
      JavaCondition rule, Workspace workspace, Place place, Problems problems) {
    return inspector().checkClass(rule, workspace, place, problems);
  }
}
