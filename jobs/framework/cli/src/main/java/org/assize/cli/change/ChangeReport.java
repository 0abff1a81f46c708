package org.assize.cli.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.cli.text.Json;
import org.assize.contract.DataContract;
import org.assize.contract.change.Change;
import org.assize.contract.change.Impact;
import org.assize.contract.change.TableChange;
import org.assize.core.TableGraph;

/** Tells people and programs what changed, and who reads what broke. */
public record ChangeReport(List<TableChange> tables, TableGraph graph) {

  /** Lines for people; empty where nothing changed. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (TableChange table : tables) {
      lines.add(
          table.table().selector()
              + " "
              + version(table.before())
              + " -> "
              + version(table.after())
              + ": "
              + table.impact().word());
      for (Change change : table.changes()) {
        lines.add(
            "  %-13s  %s: %s".formatted(change.impact().word(), change.place(), change.what()));
        List<String> readers = readers(table, change);
        if (!readers.isEmpty()) {
          lines.add("  %-13s  read by %s".formatted("", String.join(", ", readers)));
        }
      }
    }
    return lines;
  }

  /** The tables as members of a document. */
  public List<Json> json() {
    return tables.stream().map(this::json).toList();
  }

  private Json json(TableChange table) {
    return Json.object()
        .put("table", table.table().toString())
        .put("versionBefore", table.before().map(DataContract::version))
        .put("versionAfter", table.after().map(DataContract::version))
        .put("impact", table.impact().word())
        .put("differences", table.changes().stream().map(change -> json(table, change)).toList());
  }

  private Json json(TableChange table, Change change) {
    return Json.object()
        .put("impact", change.impact().word())
        .put("file", change.place().file())
        .put("line", change.place().line())
        .put("what", change.what())
        .put("column", change.column())
        .put("readers", readers(table, change));
  }

  private List<String> readers(TableChange table, Change change) {
    return change.impact() == Impact.BREAKING
        ? new Readers(graph).of(table.table(), change.column())
        : List.of();
  }

  private static String version(Optional<DataContract> contract) {
    return contract.map(DataContract::version).orElse("none");
  }
}
