package org.assize.cli.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.assize.contract.problem.Problems;
import org.assize.core.Plan;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableGraph;
import org.assize.core.TableOutcome;
import org.assize.core.TableTask;
import org.assize.core.Workspace;
import org.assize.core.WorkspaceCheck;
import org.assize.core.WorkspaceLoader;
import org.assize.local.LocalRunner;
import org.assize.spark.Engine;
import org.assize.spark.sql.CatalystInspector;

/** A workspace in a temporary folder: contracts and queries, a landing folder and a warehouse. */
final class Installation {

  private final Path root;

  private Installation(Path root) {
    this.root = root;
  }

  /** The repository's own contracts and queries over an empty landing folder. */
  static Installation ofRepository(Path folder) throws IOException {
    Path repository = repository();
    copy(repository, folder, "schemas", ".yaml");
    copy(repository, folder, "jobs", ".sql");
    Files.copy(repository.resolve("assize.yaml"), folder.resolve("assize.yaml"));
    return new Installation(folder);
  }

  /** A workspace without any table. */
  static Installation empty(Path folder) throws IOException {
    Files.writeString(folder.resolve("assize.yaml"), "warehouse: warehouse\nlanding: landing\n");
    return new Installation(folder);
  }

  Path landing() {
    return root.resolve("landing");
  }

  /** Writes a file of the workspace; its folders are made. */
  void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Copies a file into landing. */
  void deliver(Path file, String path) throws IOException {
    Path target = landing().resolve(path);
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
  }

  /** Runs tables, or all of them; the outcomes by selector and, for raw tables, by their name. */
  Map<String, TableOutcome> run(String... selectors) {
    var problems = new Problems();
    Workspace workspace = WorkspaceLoader.load(root, Optional.empty(), problems);
    problems.throwIfAny();
    TableGraph graph = WorkspaceCheck.check(workspace, new CatalystInspector(), problems);
    List<TableTask> tasks =
        graph.select(List.of(selectors), problems).stream()
            .map(definition -> new TableTask(definition, Optional.empty(), false))
            .toList();
    problems.throwIfAny();
    Clock clock = Clock.systemUTC();
    try (Engine engine = Engine.open(workspace, clock)) {
      RunReport report =
          new LocalRunner(clock)
              .run(engine.runId(), new Plan(workspace, tasks), engine, RunListener.SILENT);
      engine.record(report);
      return report.tables().stream()
          .collect(Collectors.toMap(outcome -> outcome.table().selector(), Function.identity()));
    }
  }

  /** The rows of a query over the workspace's tables. */
  List<Row> query(String sql) {
    var problems = new Problems();
    Workspace workspace = WorkspaceLoader.load(root, Optional.empty(), problems);
    problems.throwIfAny();
    try (Engine engine = Engine.open(workspace, Clock.systemUTC())) {
      return engine.query(sql).collectAsList();
    }
  }

  /** How many rows a table has. */
  long count(String table) {
    return query("SELECT count(*) FROM " + table).get(0).getLong(0);
  }

  /** How many rows tables have, by the key of their name. */
  Map<String, Long> counts(Map<String, String> tables) {
    String sql =
        tables.entrySet().stream()
            .map(
                table ->
                    "SELECT '%s', count(*) FROM %s".formatted(table.getKey(), table.getValue()))
            .collect(Collectors.joining(" UNION ALL "));
    return query(sql).stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
  }

  static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("assize.yaml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static void copy(Path from, Path to, String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(from.resolve(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
        Path target = to.resolve(from.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
