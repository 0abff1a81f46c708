package org.assize.spark.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.contract.problem.Problems;
import org.assize.core.DataInterval;
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
import org.assize.testkit.Rows;
import org.jspecify.annotations.Nullable;

/** A workspace in a temporary folder: contracts, deliveries, runs, and what the tables hold. */
public final class TestWorkspace {

  private final Path root;
  private final Optional<String> environment;

  private TestWorkspace(Path root, String environment) {
    this.root = root;
    this.environment = Optional.of(environment);
  }

  /** An empty workspace below a folder. */
  public TestWorkspace(Path root) {
    this.root = root;
    this.environment = Optional.empty();
    write("assize.yaml", "warehouse: warehouse\nlanding: landing\n");
    mkdirs("schemas");
    mkdirs("landing");
  }

  /** The same folder, as one of its environments. */
  public TestWorkspace at(String other) {
    return new TestWorkspace(root, other);
  }

  public Path root() {
    return root;
  }

  /**
   * A contract by its columns, and what follows a line {@code quality:} or {@code relationships:}.
   */
  public TestWorkspace contract(String domain, String table, String columns, String assize) {
    int rules = Math.max(columns.indexOf("\nquality:\n"), columns.indexOf("\nrelationships:\n"));
    String properties = rules < 0 ? columns : columns.substring(0, rules + 1);
    String quality = rules < 0 ? "" : columns.substring(rules + 1).indent(4);
    return write(
        "schemas/" + domain + "/" + table + ".odcs.yaml",
        "apiVersion: v3.1.0\nkind: DataContract\nid: "
            + domain
            + "."
            + table
            + "\nversion: 1.0.0\nstatus: active\nschema:\n  - name: "
            + table
            + "\n    description: A table of a test.\n    properties:\n"
            + properties.indent(6)
            + quality
            + "customProperties:\n  - property: assize\n    value:\n"
            + assize.indent(6));
  }

  public TestWorkspace sql(String domain, String table, String query) {
    return write("jobs/" + domain + "/" + table + ".sql", query);
  }

  public TestWorkspace deliver(String path, String... lines) {
    return write("landing/" + path, String.join("\n", lines) + "\n");
  }

  public TestWorkspace write(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mkdirs(String path) {
    try {
      Files.createDirectories(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Workspace loaded() {
    var problems = new Problems();
    Workspace workspace = WorkspaceLoader.load(root, environment, problems);
    problems.throwIfAny();
    return workspace;
  }

  public TableGraph graph() {
    var problems = new Problems();
    TableGraph graph = WorkspaceCheck.check(loaded(), new CatalystInspector(), problems);
    problems.throwIfAny();
    return graph;
  }

  /** Runs every table. */
  public RunReport run() {
    return run(RunListener.SILENT);
  }

  public RunReport run(RunListener listener) {
    return run(listener, Optional.empty(), false);
  }

  public RunReport restate() {
    return run(RunListener.SILENT, Optional.empty(), true);
  }

  public RunReport run(
      RunListener listener, Optional<DataInterval> interval, boolean restate, String... selectors) {
    Workspace workspace = loaded();
    List<TableTask> tasks =
        graph().select(List.of(selectors), new Problems()).stream()
            .map(table -> new TableTask(table, interval, restate))
            .toList();
    try (Engine engine = Engine.open(workspace, Clock.systemUTC())) {
      return new LocalRunner(Clock.systemUTC())
          .run(engine.runId(), new Plan(workspace, tasks), engine, listener);
    }
  }

  public Engine engine() {
    return Engine.open(loaded(), Clock.systemUTC());
  }

  public Dataset<Row> query(String sql) {
    return engine().query(sql);
  }

  /** Rows of a table as a multiset over some columns. */
  public Map<List<@Nullable Object>, Long> rows(String table, String... columns) {
    return Rows.multiset(query("SELECT * FROM " + table), columns);
  }

  public static TableOutcome outcome(RunReport report, String table) {
    return report.tables().stream()
        .filter(outcome -> outcome.table().toString().equals(table))
        .findFirst()
        .orElseThrow();
  }
}
