package org.assize.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.JavaCondition;
import org.assize.contract.Layer;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.core.Counts;
import org.assize.core.LineageSettings;
import org.assize.core.SqlInspector;
import org.assize.core.TableGraph;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.TableTask;
import org.assize.core.Workspace;
import org.assize.core.WorkspaceLoader;
import org.assize.core.lineage.ColumnOrigins;
import org.assize.core.lineage.DeclaredOrigins;
import org.assize.core.lineage.ReadVersion;

/** A workspace of a shop, and runs of it that tell what they do. */
final class ShopRuns {

  static final DatasetName RAW = new DatasetName("shop", Layer.RAW, "till");
  static final DatasetName SALE = new DatasetName("shop", Layer.CURATED, "sale");
  static final DatasetName TOTAL = new DatasetName("shop", Layer.PUBLISHED, "total");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), ZoneOffset.UTC);

  private final Path folder;
  Optional<String> environment = Optional.empty();

  ShopRuns(Path folder) throws IOException {
    this.folder = folder;
    write("assize.yaml", "{}");
    write(
        "schemas/shop/sale.odcs.yaml",
        contract(
            "sale",
            """
            - {name: id, logicalType: integer, primaryKey: true, required: true, description: No}
            - {name: amount, logicalType: number, transformSourceObjects: [amt, sum]}
            - {name: delivered, logicalType: date, transformSourceObjects: [_day]}
            """,
            """
            layer: curated
            sources: [{name: till, files: "till/{day}/*.csv", format: csv}]
            load: {mode: append}
            """));
    write(
        "schemas/shop/total.odcs.yaml",
        contract(
            "total",
            "- {name: n, logicalType: integer}\n",
            "layer: published\nload: {mode: replace}\n"));
    write("jobs/shop/total.sql", "SELECT sum(amount) AS n FROM shop_curated.sale");
  }

  static void good(Lineage run) {
    run.works(RAW, Map.of());
    run.ended(outcome(RAW, Status.COMMITTED, Map.of(Counts.RECORDS, 9L, Counts.FILES, 2L)));
    run.works(SALE, Map.of(RAW, own(4)));
    run.works(SALE, Map.of(RAW, own(4)));
    run.ended(
        outcome(
            SALE,
            Status.COMMITTED_WITH_WARNINGS,
            Map.of(Counts.RECORDS, 9L, Counts.NEW, 8L, Counts.QUARANTINED, 1L)));
  }

  static ReadVersion own(long version) {
    return new ReadVersion(version, Optional.empty());
  }

  static TableOutcome outcome(DatasetName table, Status status, Map<String, Long> counts) {
    return new TableOutcome(
        table,
        status,
        Optional.of("b"),
        Optional.of(7L),
        counts,
        Map.of(),
        List.of(),
        "",
        Duration.ZERO);
  }

  /** The events of run {@code r1}, as its file has them. */
  List<JsonNode> events(Map<String, String> variables, Consumer<Lineage> telling)
      throws IOException {
    return events("r1", variables, telling);
  }

  List<JsonNode> events(String runId, Map<String, String> variables, Consumer<Lineage> telling)
      throws IOException {
    try (Lineage run = lineage(file(), runId, variables)) {
      telling.accept(run);
    }
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("events/" + runId + ".jsonl"))) {
      events.add(new ObjectMapper().readTree(line));
    }
    return events;
  }

  LineageSettings file() {
    return new LineageSettings(
        LineageSettings.Kind.FILE, folder.resolve("events").toUri(), Optional.empty());
  }

  Lineage lineage(LineageSettings settings, String runId, Map<String, String> variables) {
    var problems = new Problems();
    Workspace workspace = WorkspaceLoader.load(folder, environment, problems);
    List<TableTask> tasks =
        TableGraph.of(workspace, new NoQueries(), problems).definitions().stream()
            .map(table -> new TableTask(table, Optional.empty(), false))
            .toList();
    problems.throwIfAny();
    return Lineage.of(
        settings,
        workspace,
        tasks,
        runId,
        new DeclaredOrigins(workspace, new NoQueries()),
        variables,
        CLOCK);
  }

  void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String contract(String table, String columns, String assize) {
    return "apiVersion: v3.1.0\nkind: DataContract\nid: shop."
        + table
        + "\nversion: 1.0.0\nstatus: active\nschema:\n  - name: "
        + table
        + "\n    description: A table of a test.\n    properties:\n"
        + columns.indent(6)
        + "customProperties:\n  - property: assize\n    value:\n"
        + assize.indent(6);
  }

  /** Finds the one table of the one query, and knows nothing of columns. */
  private static final class NoQueries implements SqlInspector {

    @Override
    public List<String> tables(String sql, Place file, Problems problems) {
      return List.of("shop_curated.sale");
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
}
