package org.assize.spark.testcase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.InputSpec;
import org.assize.contract.Interval;
import org.assize.contract.Load;
import org.assize.contract.problem.Problems;
import org.assize.core.Definition;
import org.assize.core.ResolvedInput;
import org.assize.core.Workspace;
import org.assize.core.testcase.TableCase;

/**
 * Rows of the tables that a transform reads. Those that it reads by interval come, the others are
 * there; where none is read by interval, all of them come.
 *
 * @param rows of the tables that come, for each run
 */
record ArrivingRows(
    SparkSession spark,
    TableCase subject,
    Map<DatasetName, TypedRows> there,
    List<Map<DatasetName, TypedRows>> rows)
    implements Arrivals {

  static ArrivingRows whole(SparkSession spark, Workspace workspace, TableCase subject) {
    Map<DatasetName, TypedRows> coming = typed(workspace, subject);
    Set<DatasetName> arriving = arriving((Definition.Derived) subject.table());
    Map<DatasetName, TypedRows> there = new LinkedHashMap<>(coming);
    there.keySet().removeAll(arriving);
    coming.keySet().retainAll(arriving);
    return new ArrivingRows(spark, subject, there, List.of(coming));
  }

  /** The same, cut in two by time; empty for tables without intervals, and too few rows. */
  static Optional<Arrivals> split(SparkSession spark, Workspace workspace, TableCase subject) {
    ArrivingRows whole = whole(spark, workspace, subject);
    Optional<Interval> own = subject.table().contract().load().interval();
    boolean isCut = subject.table().contract().load().mode() == Load.Mode.REPLACE_INTERVAL;
    Map<DatasetName, TimeCut.Timed> timed = new LinkedHashMap<>();
    whole
        .rows()
        .get(0)
        .forEach(
            (name, rows) ->
                workspace
                    .contract(name)
                    .flatMap(contract -> contract.load().interval())
                    .ifPresent(i -> timed.put(name, new TimeCut.Timed(rows, i))));
    boolean isAllTimed = timed.size() == whole.rows().get(0).size();
    if (!isCut || !isAllTimed || own.isEmpty()) {
      return Optional.empty();
    }
    TimeCut cut = TimeCut.of(own.get(), List.copyOf(timed.values()));
    List<Map<DatasetName, TypedRows>> halves =
        List.of(new LinkedHashMap<>(), new LinkedHashMap<>());
    timed.forEach(
        (name, rows) -> {
          List<TypedRows> two = cut.halves(rows);
          halves.get(0).put(name, two.get(0));
          halves.get(1).put(name, two.get(1));
        });
    boolean hasTwo =
        halves.stream()
            .allMatch(half -> half.values().stream().anyMatch(rows -> !rows.rows().isEmpty()));
    return hasTwo
        ? Optional.of(new ArrivingRows(spark, subject, whole.there(), halves))
        : Optional.empty();
  }

  private static Map<DatasetName, TypedRows> typed(Workspace workspace, TableCase subject) {
    Map<DatasetName, TypedRows> typed = new LinkedHashMap<>();
    subject
        .others()
        .forEach(
            (name, rows) -> {
              DataContract contract = workspace.contract(name).orElseThrow();
              typed.put(name, TypedRows.read(rows, contract, new Problems()));
            });
    return typed;
  }

  private static Set<DatasetName> arriving(Definition.Derived table) {
    Set<DatasetName> byInterval =
        table.inputs().stream()
            .filter(input -> input.read() == InputSpec.Read.INTERVAL)
            .map(ResolvedInput::table)
            .collect(Collectors.toSet());
    return byInterval.isEmpty() ? Set.copyOf(table.needs()) : byInterval;
  }

  @Override
  public int parts() {
    return rows.size();
  }

  @Override
  public void place(CaseWarehouse warehouse) {
    there.forEach((name, all) -> add(warehouse, name, all));
    subject
        .existing()
        .ifPresent(
            existing -> {
              // What the table was made of came and went: it is read, and no row of it is left.
              rows.get(0).forEach((name, all) -> add(warehouse, name, all.with(List.of())));
              DataContract contract = subject.table().contract();
              var typed = TypedRows.read(existing, contract, new Problems());
              Set<DatasetName> read = Set.copyOf(new ArrayList<>(subject.table().needs()));
              warehouse.given(contract).addComputed(typed.frame(spark), read);
            });
  }

  @Override
  public List<Definition> bring(int part, CaseWarehouse warehouse) {
    rows.get(part).forEach((name, some) -> add(warehouse, name, some));
    return List.of();
  }

  private void add(CaseWarehouse warehouse, DatasetName table, TypedRows some) {
    warehouse.given(warehouse.contract(table)).add(some.frame(spark));
  }
}
