package org.assize.core.testcase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.core.Definition;
import org.assize.core.Workspace;

/** Reads the files of one case, and tells what is missing or too many among them. */
final class CaseFolder {

  private static final String EXISTING = "existing.csv";
  private static final String EXPECTED = "expected.csv";
  private static final String QUARANTINE = "quarantine.csv";

  private final Workspace workspace;
  private final Definition.Contracted table;
  private final DataContract contract;
  private final Path folder;
  private final String shown;
  private final Problems problems;
  private final NeededTables needed;
  private final DeliveredFiles delivered;
  private final Map<DatasetName, CaseRows> others = new LinkedHashMap<>();
  private final List<DatasetName> met = new ArrayList<>();

  CaseFolder(
      Workspace workspace,
      Definition.Contracted table,
      Path folder,
      String shown,
      Problems problems) {
    this.workspace = workspace;
    this.table = table;
    this.contract = table.contract();
    this.folder = folder;
    this.shown = shown;
    this.problems = problems;
    this.needed = new NeededTables(table);
    this.delivered = new DeliveredFiles(contract, shown, problems);
  }

  /** The case; empty where a problem was added. */
  Optional<TableCase> read() {
    var settings = CaseSettings.read(folder, shown, table, problems);
    delivered.on(settings.at());
    names(folder).forEach(this::take);
    for (DatasetName other : needed.required(!settings.holds().isEmpty())) {
      if (!met.contains(other)) {
        String file = needed.shortest(other) + ".csv";
        fault(
            shown,
            "The case has no `" + file + "`.",
            "The table, or one of its rules, reads " + other.selector() + ".",
            "Add the file; a header alone is a table without rows.");
      }
    }
    boolean isFed = table instanceof Definition.SourceFed;
    if (isFed && delivered.isEmpty()) {
      fault(
          shown,
          "The case delivers nothing.",
          "The table is fed by " + String.join(", ", delivered.words()) + ".",
          "Add a file as it is delivered, under the name of its source.");
    }
    if (!Files.exists(folder.resolve(EXPECTED))) {
      fault(shown, "The case has no `" + EXPECTED + "`.", "", "Write the table as it must be.");
    }
    Optional<CaseRows> existing = rows(EXISTING, columns(contract, contract.keptPlaceholders()));
    Optional<CaseRows> quarantine =
        isFed ? rows(QUARANTINE, columns(contract, List.of(TableCase.RULES))) : Optional.empty();
    return rows(EXPECTED, columns(contract, List.of()))
        .map(
            expected ->
                new TableCase(
                    table,
                    name(folder),
                    shown,
                    settings.at(),
                    settings.holds(),
                    others,
                    delivered.inOrder(),
                    existing,
                    expected,
                    quarantine));
  }

  private void take(String name) {
    boolean isOwn = List.of(EXISTING, EXPECTED, CaseSettings.FILE).contains(name);
    boolean isNote = name.startsWith(".") || name.endsWith(".md");
    boolean isRefused = name.equals(QUARANTINE) && table instanceof Definition.SourceFed;
    if (isOwn || isNote || isRefused || delivered.take(folder.resolve(name), name)) {
      return;
    }
    Optional<DatasetName> other =
        name.endsWith(".csv")
            ? needed.named(name.substring(0, name.length() - 4))
            : Optional.empty();
    if (other.isEmpty()) {
      unknown(name);
    } else if (met.contains(other.get())) {
      fault(shown + "/" + name, "Two files hold " + other.get().selector() + ".", "", "");
    } else {
      met.add(other.get());
      DataContract read = workspace.contract(other.get()).orElseThrow();
      rows(name, columns(read, List.of())).ifPresent(rows -> others.put(other.get(), rows));
    }
  }

  private void unknown(String name) {
    List<String> known = new ArrayList<>(List.of(EXISTING, EXPECTED, CaseSettings.FILE));
    if (table instanceof Definition.SourceFed) {
      known.add(QUARANTINE);
    }
    needed.words().forEach(word -> known.add(word + ".csv"));
    known.addAll(delivered.words());
    fault(
        shown + "/" + name,
        "`" + name + "` is no file of a case of " + contract.name().selector() + ".",
        "Tables are named as inputs, deliveries as sources.",
        Nearest.hint(name, known));
  }

  private Optional<CaseRows> rows(String name, Collection<String> known) {
    Path file = folder.resolve(name);
    return Files.exists(file)
        ? new CaseRowsFile(file, shown + "/" + name, problems).read(known)
        : Optional.empty();
  }

  private static List<String> columns(DataContract contract, Collection<String> more) {
    List<String> columns = new ArrayList<>(contract.columns().stream().map(Column::name).toList());
    columns.addAll(more);
    return columns;
  }

  /** Names in a folder, in order. */
  static List<String> names(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(CaseFolder::name).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private void fault(String file, String problem, String cause, String mend) {
    problems.add(ErrorCode.CASE_INVALID, new Place(file, 0), problem, cause, mend);
  }
}
