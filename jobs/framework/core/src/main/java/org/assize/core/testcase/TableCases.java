package org.assize.core.testcase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.core.Definition;
import org.assize.core.TableGraph;
import org.assize.core.Workspace;

/** Finds the cases of a workspace, {@code jobs/<domain>/tests/<table>/<case>/}. */
public final class TableCases {

  private final Workspace workspace;
  private final Map<String, Definition.Contracted> tables = new TreeMap<>();
  private final Problems problems;

  private TableCases(Workspace workspace, TableGraph graph, Problems problems) {
    this.workspace = workspace;
    this.problems = problems;
    for (Definition definition : graph.definitions()) {
      if (definition instanceof Definition.Contracted table) {
        tables.put(table.table().selector(), table);
      }
    }
  }

  /**
   * Reads every case of every domain, by selector. Faults of files become problems; the result may
   * be used only if none was added.
   */
  public static List<TableCase> read(Workspace workspace, TableGraph graph, Problems problems) {
    return new TableCases(workspace, graph, problems).all();
  }

  private List<TableCase> all() {
    List<TableCase> cases = new ArrayList<>();
    for (String domain : folders(workspace.root().resolve("jobs"))) {
      Path tests = workspace.root().resolve("jobs").resolve(domain).resolve("tests");
      for (String table : folders(tests)) {
        cases.addAll(ofTable(domain + "/" + table, tests.resolve(table)));
      }
    }
    return cases;
  }

  private List<TableCase> ofTable(String selector, Path folder) {
    String shown = workspace.root().relativize(folder).toString().replace('\\', '/');
    Definition.Contracted table = tables.get(selector);
    if (table == null) {
      problems.add(
          ErrorCode.UNKNOWN_TABLE,
          new Place(shown, 0),
          "There is no table `" + selector + "`.",
          "Cases stand in jobs/<domain>/tests/<table>/<case>.",
          Nearest.hint(selector, tables.keySet()));
      return List.of();
    }
    List<TableCase> cases = new ArrayList<>();
    for (String name : folders(folder)) {
      Optional<TableCase> one =
          new CaseFolder(workspace, table, folder.resolve(name), shown + "/" + name, problems)
              .read();
      one.ifPresent(cases::add);
    }
    return cases;
  }

  /** Names of the folders in a folder, hidden ones left out; none where it does not exist. */
  private static List<String> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    return CaseFolder.names(parent).stream()
        .filter(name -> !name.startsWith("."))
        .filter(name -> Files.isDirectory(parent.resolve(name)))
        .toList();
  }
}
