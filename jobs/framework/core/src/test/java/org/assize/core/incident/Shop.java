package org.assize.core.incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assize.contract.DatasetName;
import org.assize.contract.SupportChannel;
import org.assize.contract.problem.Problems;
import org.assize.core.Definition;
import org.assize.core.RunReport;
import org.assize.core.TableGraph;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.Words;
import org.assize.core.WorkspaceLoader;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.Pipelines;
import org.assize.core.standing.Completeness;
import org.assize.core.standing.Standings;
import org.assize.core.standing.TableStanding;

/** A small workspace, {@code till → sale → takings} daily at five in London, and what ran there. */
public final class Shop {

  public static final String PIPELINE = "shop__0_5_x_x_x__Europe_London";
  static final List<SupportChannel> PLATFORM = List.of(new SupportChannel("ops", "slack", "", ""));

  public final List<Definition> definitions;
  public final List<Pipeline> pipelines;
  final List<PipelineRun> runs = new ArrayList<>();
  final Set<String> paused = new TreeSet<>();
  Optional<Instant> heartbeat = Optional.empty();
  private final List<RunReport> reports = new ArrayList<>();
  private final Map<DatasetName, Map<String, Instant>> held = new LinkedHashMap<>();
  private final Map<DatasetName, Long> refused = new LinkedHashMap<>();

  /** With service levels of the sale's contract, as in {@code slaProperties}. */
  public Shop(Path root, String levels) throws IOException {
    write(root, "assize.yaml", "");
    write(
        root,
        "schemas/shop/_domain.yaml",
        "owner: Shop team\nsupport: [{channel: shop, tool: slack}]\n"
            + "schedule: {cron: '0 5 * * *', timezone: Europe/London}\n");
    table(
        root,
        "sale",
        "slaProperties: [" + levels + "]\n",
        "layer: curated\n      load: {mode: append}\n"
            + "      sources: [{name: till, files: 'till/*.csv', format: csv}]");
    table(root, "takings", "", "layer: published\n      load: {mode: replace}");
    write(root, "jobs/shop/takings.sql", "SELECT n FROM shop_curated.sale");
    var problems = new Problems();
    var workspace = WorkspaceLoader.load(root, Optional.empty(), problems);
    definitions = TableGraph.of(workspace, new Words(), problems).definitions();
    problems.throwIfAny();
    pipelines = Pipelines.of(workspace, definitions);
  }

  private static void table(Path root, String name, String top, String assize) throws IOException {
    write(
        root,
        "schemas/shop/" + name + ".odcs.yaml",
        "apiVersion: v3.1.0\nkind: DataContract\nid: shop."
            + name
            + "\nversion: 1.0.0\nstatus: active\n"
            + top
            + "schema:\n  - name: "
            + name
            + "\n    properties:\n      - {name: n, logicalType: integer, logicalTypeOptions:"
            + " {minimum: 0}}\ncustomProperties:\n  - property: assize\n    value:\n      "
            + assize
            + "\n"
            + "      promises: {n_range: {exempt: {until: 2026-11-27, reason: r, approver:"
            + " Board}}}\n");
  }

  private static void write(Path root, String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** A run of all tables that began at a time and took three minutes. */
  public Shop ran(String begun, Status till, Status sale, Status takings) {
    Status[] statuses = {till, sale, takings};
    List<TableOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < statuses.length; i++) {
      outcomes.add(outcome(definitions.get(i).table(), statuses[i], begun));
    }
    return ran(begun, outcomes);
  }

  Shop ran(String begun, List<TableOutcome> outcomes) {
    Instant start = Instant.parse(begun);
    String id = "run" + (reports.size() + 1);
    reports.add(0, new RunReport(id, "default", start, start.plusSeconds(180), outcomes));
    return this;
  }

  static TableOutcome outcome(DatasetName table, Status status, String batch) {
    return new TableOutcome(
        table,
        status,
        Optional.of(batch),
        Optional.empty(),
        Map.of(),
        Map.of(),
        List.of(),
        status == Status.HELD ? "held by n_range" : "",
        Duration.ZERO);
  }

  /** The batch that a run worked on waits for a decision. */
  public Shop holds(int table, String begun) {
    held.put(definitions.get(table).table(), Map.of(begun, Instant.EPOCH));
    return this;
  }

  public Shop refuses(int table, long rows) {
    refused.put(definitions.get(table).table(), rows);
    return this;
  }

  public Map<DatasetName, TableStanding> standings() {
    return Standings.of(definitions, reports, held, refused);
  }

  public Completeness completeness(int table) {
    return Completeness.of(definitions, pipelines, standings()).get(definitions.get(table).table());
  }

  List<Incident> at(String now) {
    return Incidents.in(
        new Situation(
            Instant.parse(now), definitions, pipelines, standings(), runs, paused, heartbeat),
        PLATFORM);
  }

  /** Ids of open incidents, those of exemptions left out. */
  List<String> ids(String now) {
    return at(now).stream()
        .filter(incident -> incident.kind() != Incident.Kind.EXEMPTION)
        .map(Incident::id)
        .toList();
  }
}
