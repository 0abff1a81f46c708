package org.assize.spark.testcase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DatasetName;
import org.assize.contract.Load;
import org.assize.contract.Source;
import org.assize.contract.problem.Problems;
import org.assize.core.Definition;
import org.assize.core.testcase.CaseRows;
import org.assize.core.testcase.TableCase;
import org.assize.core.testcase.TableCase.Delivery;
import org.assize.spark.landing.FileHalves;
import org.assize.spark.testcase.CaseWarehouse.Landed;

/** Deliveries of a table that is fed by sources, all at once or one after the other. */
record ArrivingFiles(SparkSession spark, TableCase subject, List<List<Landed>> files)
    implements Arrivals {

  static ArrivingFiles whole(SparkSession spark, TableCase subject) {
    return new ArrivingFiles(
        spark, subject, List.of(subject.deliveries().stream().map(ArrivingFiles::landed).toList()));
  }

  /**
   * Half of each source's files, then the others; a source's only file is cut between its records,
   * unless each delivery of the table replaces the one before. Empty where nothing can be cut.
   */
  static Optional<Arrivals> split(SparkSession spark, TableCase subject) {
    Map<Source, List<Delivery>> bySource = new LinkedHashMap<>();
    for (Delivery delivery : subject.deliveries()) {
      bySource.computeIfAbsent(delivery.source(), key -> new ArrayList<>()).add(delivery);
    }
    List<Landed> first = new ArrayList<>();
    List<Landed> second = new ArrayList<>();
    bySource.forEach((source, files) -> split(subject, source, files, first, second));
    return first.isEmpty() || second.isEmpty()
        ? Optional.empty()
        : Optional.of(new ArrivingFiles(spark, subject, List.of(first, second)));
  }

  private static void split(
      TableCase subject,
      Source source,
      List<Delivery> files,
      List<Landed> first,
      List<Landed> second) {
    boolean isReplaced = subject.table().contract().load().mode() == Load.Mode.REPLACE;
    Landed only = landed(files.get(0));
    List<byte[]> halves =
        files.size() > 1 || isReplaced ? List.of() : FileHalves.of(only.bytes(), source);
    if (!halves.isEmpty()) {
      first.add(new Landed(only.path(), halves.get(0)));
      second.add(new Landed(only.path(), halves.get(1)));
      return;
    }
    int cut = (files.size() + 1) / 2;
    files.subList(0, cut).forEach(file -> first.add(landed(file)));
    files.subList(cut, files.size()).forEach(file -> second.add(landed(file)));
  }

  private static Landed landed(Delivery delivery) {
    try {
      return new Landed(delivery.path(), Files.readAllBytes(delivery.file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int parts() {
    return files.size();
  }

  @Override
  public void place(CaseWarehouse warehouse) {
    for (Map.Entry<DatasetName, CaseRows> other : subject.others().entrySet()) {
      var contract = warehouse.contract(other.getKey());
      var rows = TypedRows.read(other.getValue(), contract, new Problems());
      warehouse.given(contract).add(rows.frame(spark));
    }
    var contract = subject.table().contract();
    subject
        .existing()
        .map(rows -> TypedRows.read(rows, contract, new Problems()))
        .ifPresent(rows -> warehouse.given(contract).add(rows.frame(spark)));
  }

  @Override
  public List<Definition> bring(int part, CaseWarehouse warehouse) {
    warehouse.land(files.get(part));
    return subject.deliveries().stream()
        .filter(each -> files.get(part).stream().anyMatch(l -> l.path().equals(each.path())))
        .map(Delivery::source)
        .distinct()
        .<Definition>map(Definition.Raw::new)
        .toList();
  }
}
