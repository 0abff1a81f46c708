package org.assize.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assize.cli.quality.QualityReader;
import org.assize.cli.quality.TableQuality;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.rule.RuleSet;
import org.assize.core.Definition;
import org.assize.core.Measurement;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.StoredRows;

/** Gathers what an engine knows of the quality of tables. */
final class QualityGathering {

  private final OpenEngine engine;
  private final List<RunReport> reports;
  private final Map<DatasetName, List<String>> held;

  QualityGathering(OpenEngine engine) {
    this.engine = engine;
    this.reports = engine.reports();
    this.held =
        engine.states().stream().collect(Collectors.toMap(TableState::table, TableState::held));
  }

  /** Those of some tables that have a contract, by name. */
  List<TableQuality> of(List<Definition> tables, RunListener listener) {
    List<DatasetName> names = tables.stream().map(Definition::table).toList();
    Map<DatasetName, List<Measurement>> measurements = engine.measurements(names);
    Map<DatasetName, StoredRows> rows = engine.rows(names, listener);
    List<TableQuality> all = new ArrayList<>();
    for (Definition table : tables) {
      if (table instanceof Definition.Contracted contracted) {
        DatasetName name = table.table();
        all.add(
            of(
                contracted.contract(),
                contracted.rules(),
                measurements.getOrDefault(name, List.of()),
                rows.getOrDefault(name, StoredRows.NONE)));
      }
    }
    all.sort((one, other) -> one.contract().name().compareTo(other.contract().name()));
    return all;
  }

  private TableQuality of(
      DataContract contract, RuleSet rules, List<Measurement> measurements, StoredRows rows) {
    return new TableQuality(
        contract,
        QualityReader.standing(measurements),
        rows,
        lastRun(contract.name()),
        held.getOrDefault(contract.name(), List.of()),
        new QualityReader(contract, rules, measurements).expectations());
  }

  private Optional<TableQuality.LastRun> lastRun(DatasetName table) {
    return reports.stream()
        .flatMap(
            report ->
                report.tables().stream()
                    .filter(outcome -> outcome.table().equals(table))
                    .map(
                        outcome ->
                            new TableQuality.LastRun(
                                report.runId(), report.endedAt(), outcome.status())))
        .findFirst();
  }
}
