package org.assize.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.JavaCondition;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.core.lineage.ColumnOrigins;

/** Stands for the engine: finds {@code database.table} after FROM or JOIN and resolves nothing. */
public final class Words implements SqlInspector {

  @Override
  public List<String> tables(String sql, Place file, Problems problems) {
    List<String> tables = new ArrayList<>();
    Pattern.compile("(?:FROM|JOIN) (\\S+)")
        .matcher(sql)
        .results()
        .forEach(m -> tables.add(m.group(1)));
    return tables;
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
  public Optional<String> checkClass(
      JavaCondition rule, Workspace workspace, Place place, Problems problems) {
    return Optional.empty();
  }
}
