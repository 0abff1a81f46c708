package org.assize.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpServer;
import io.openlineage.client.OpenLineage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.JavaCondition;
import org.assize.contract.Layer;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
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
import org.assize.core.lineage.ColumnOrigin;
import org.assize.core.lineage.ColumnOrigins;
import org.assize.core.lineage.DeclaredOrigins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events as a file and a real server on this machine get them. */
class LineageTest {

  private static final DatasetName RAW = new DatasetName("shop", Layer.RAW, "till");
  private static final DatasetName SALE = new DatasetName("shop", Layer.CURATED, "sale");
  private static final DatasetName TOTAL = new DatasetName("shop", Layer.PUBLISHED, "total");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private final List<String> posted = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private HttpServer server;
  private int status = 201;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/lineage",
        exchange -> {
          keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
          posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
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

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_run_begins_and_ends_under_one_id_with_what_it_read_and_wrote() throws IOException {
    List<JsonNode> events = events(Map.of(), this::goodRun);

    assertThat(events)
        .extracting(e -> e.get("eventType").asText() + " " + e.at("/job/name").asText())
        .containsExactly(
            "START shop_raw.till",
            "COMPLETE shop_raw.till",
            "START shop_curated.sale",
            "COMPLETE shop_curated.sale");
    assertThat(events.get(3).at("/run/runId")).isEqualTo(events.get(2).at("/run/runId"));
    assertThat(events.get(1).at("/run/runId")).isNotEqualTo(events.get(2).at("/run/runId"));
    JsonNode raw = events.get(1);
    assertThat(raw.at("/inputs/0/namespace").asText()).isEqualTo("file");
    assertThat(raw.at("/inputs/0/name").asText()).endsWith("/landing/till");
    assertThat(raw.at("/inputs/0/inputFacets/inputStatistics/rowCount").asLong()).isEqualTo(9);
    assertThat(raw.at("/inputs/0/inputFacets/inputStatistics/fileCount").asLong()).isEqualTo(2);
    JsonNode sale = events.get(3);
    assertThat(sale.at("/job/namespace").asText()).isEqualTo("assize");
    assertThat(sale.at("/eventTime").asText()).isEqualTo("2026-11-23T05:00:00Z");
    assertThat(sale.at("/run/facets/externalQuery/externalQueryId").asText()).isEqualTo("r1");
    assertThat(sale.at("/inputs/0/name").asText()).isEqualTo("shop_raw.till");
    assertThat(sale.at("/inputs/0/facets/version/datasetVersion").asText()).isEqualTo("4");
    JsonNode output = sale.at("/outputs/0");
    assertThat(output.at("/facets/version/datasetVersion").asText()).isEqualTo("7");
    assertThat(output.at("/outputFacets/outputStatistics/rowCount").asLong()).isEqualTo(8);
    assertThat(output.at("/facets/schema/fields/0/name").asText()).isEqualTo("id");
    assertThat(output.at("/facets/schema/fields/0/type").asText()).isEqualTo("bigint");
    assertThat(output.at("/facets/symlinks/identifiers/0/name").asText())
        .endsWith("/warehouse/curated/shop/sale");
    assertThat(sale.at("/outputs/1/name").asText()).isEqualTo("shop_quarantine.sale");
    assertThat(sale.at("/outputs/1/outputFacets/outputStatistics/rowCount").asLong()).isOne();
  }

  @Test
  void columns_fed_by_a_source_name_the_fields_of_its_records() throws IOException {
    JsonNode columns =
        events(Map.of(), this::goodRun).get(2).at("/outputs/0/facets/columnLineage/fields");

    assertThat(columns.at("/amount/inputFields"))
        .extracting(
            field -> field.get("name").asText() + " " + field.get("field").asText(),
            field -> field.at("/transformations/0/description").asText())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("shop_raw.till _record", "amt"),
            org.assertj.core.groups.Tuple.tuple("shop_raw.till _record", "sum"));
    assertThat(columns.at("/delivered/inputFields/0/field").asText()).isEqualTo("_placeholders");
  }

  @Test
  void what_was_seen_counts_more_than_what_was_declared() throws IOException {
    List<JsonNode> events =
        events(
            Map.of(),
            run -> {
              run.works(TOTAL, Map.of(SALE, 7L));
              run.computed(
                  TOTAL,
                  () ->
                      new ColumnOrigins(
                          Map.of(
                              "n",
                              List.of(
                                  ColumnOrigin.of("shop_curated.sale", "amount")
                                      .then(ColumnOrigin.Kind.AGGREGATION)))));
              run.ended(outcome(TOTAL, Status.COMMITTED, Map.of(Counts.COMMITTED, 1L)));
            });

    assertThat(events.get(0).at("/outputs/0/facets/columnLineage").isMissingNode()).isTrue();
    JsonNode field = events.get(1).at("/outputs/0/facets/columnLineage/fields/n/inputFields/0");
    assertThat(field.get("field").asText()).isEqualTo("amount");
    assertThat(field.at("/transformations/0/subtype").asText()).isEqualTo("AGGREGATION");
  }

  @Test
  void failed_is_fail_and_held_not_ready_or_left_out_is_abort_with_the_reason() throws IOException {
    var problem = new Problem(ErrorCode.CONFLICT, Place.NOWHERE, "Others wrote.", "", "");
    List<JsonNode> events =
        events(
            Map.of(),
            run -> {
              run.ended(TableOutcome.failed(RAW, List.of(problem), Duration.ZERO));
              run.works(SALE, Map.of());
              run.ended(TableOutcome.of(SALE, Status.HELD, "held by usual_size"));
              run.ended(TableOutcome.of(TOTAL, Status.SKIPPED, "shop_curated.sale is held"));
            });

    assertThat(events)
        .extracting(
            e ->
                e.get("eventType").asText()
                    + " "
                    + e.at("/run/facets/errorMessage/message").asText())
        .containsExactly(
            "START ",
            "FAIL CONFLICT: Others wrote.",
            "START ",
            "ABORT held by usual_size",
            "START ",
            "ABORT shop_curated.sale is held");
    assertThat(events.get(3).at("/outputs/0/facets/version").isMissingNode()).isTrue();
  }

  @Test
  void a_table_that_is_up_to_date_tells_nothing() {
    try (Lineage run = lineage(file(), "r1", Map.of())) {
      run.started(SALE);
      run.ended(TableOutcome.of(SALE, Status.UP_TO_DATE, "no new record"));
    }

    assertThat(folder.resolve("events")).doesNotExist();
  }

  @Test
  void a_run_of_airflow_is_the_parent_and_a_retry_another_run() throws IOException {
    String task = "0197a3c2-1111-7abc-8def-000000000001";
    String dag = "0197a3c2-1111-7abc-8def-000000000002";
    JsonNode first =
        events(
                Map.of(
                    ParentRun.PARENT,
                    "https://airflow/prod/shop__daily.sale/" + task,
                    ParentRun.ROOT,
                    "https://airflow/prod/shop__daily/" + dag),
                this::goodRun)
            .get(0);
    posted.clear();
    try (Lineage retry = lineage(server(), "r2", Map.of(ParentRun.PARENT, "nonsense"))) {
      goodRun(retry);
    }

    assertThat(first.at("/run/facets/parent/run/runId").asText()).isEqualTo(task);
    assertThat(first.at("/run/facets/parent/job/name").asText()).isEqualTo("shop__daily.sale");
    assertThat(first.at("/run/facets/parent/job/namespace").asText())
        .isEqualTo("https://airflow/prod");
    assertThat(first.at("/run/facets/parent/root/run/runId").asText()).isEqualTo(dag);
    JsonNode second = new ObjectMapper().readTree(posted.get(0));
    assertThat(second.at("/run/runId")).isNotEqualTo(first.at("/run/runId"));
    assertThat(second.at("/run/facets/parent").isMissingNode()).isTrue();
  }

  @Test
  void the_library_reads_every_event_back_and_loses_nothing() throws IOException {
    JsonMapper strict =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
            .build();

    for (JsonNode event : events(Map.of(), this::goodRun)) {
      OpenLineage.RunEvent read = strict.readValue(event.toString(), OpenLineage.RunEvent.class);
      assertThat(strict.readTree(strict.writeValueAsString(read))).isEqualTo(event);
      assertThat(event.get("schemaURL").asText())
          .startsWith("https://openlineage.io/spec/")
          .endsWith("#/$defs/RunEvent");
      assertThat(event.get("producer").asText()).startsWith("urn:assize:");
    }
  }

  @Test
  void a_server_gets_the_same_events_and_the_key_from_the_environment() throws IOException {
    List<JsonNode> inFile = events(Map.of(), this::goodRun);
    List<JsonNode> sent = new ArrayList<>();

    Lineage run = lineage(server(), "r1", Map.of(Lineage.KEY, "a-key"));
    goodRun(run);
    run.close();

    assertThat(run.untold()).isEmpty();
    for (String event : posted) {
      sent.add(new ObjectMapper().readTree(event));
    }
    assertThat(sent).isEqualTo(inFile);
    assertThat(keys).containsOnly("Bearer a-key");
  }

  @Test
  void a_server_that_is_down_or_refuses_is_said_once_and_tried_no_longer() {
    status = 503;
    Lineage refused = lineage(server(), "r1", Map.of());
    goodRun(refused);
    goodRun(refused);
    refused.close();
    server.stop(0);
    Lineage down = lineage(server(), "r1", Map.of());
    goodRun(down);
    down.close();

    assertThat(refused.untold()).contains("8 of 8 events reached nobody: localhost answered 503.");
    assertThat(posted).hasSize(3);
    assertThat(down.untold().orElseThrow())
        .startsWith("4 of 4 events reached nobody: localhost cannot be reached: ");
  }

  @Test
  void a_key_is_not_sent_in_the_clear_and_a_folder_that_is_none_is_said() throws IOException {
    var plain =
        new LineageSettings(
            LineageSettings.Kind.HTTP, URI.create("http://lineage.example.org"), Optional.empty());
    Lineage open = lineage(plain, "r1", Map.of(Lineage.KEY, "a-key"));
    goodRun(open);
    open.close();
    write("events", "a file where the folder should be");
    Lineage blocked = lineage(file(), "r1", Map.of());
    goodRun(blocked);
    blocked.close();

    assertThat(open.untold().orElseThrow())
        .contains("A key is never sent without encryption")
        .doesNotContain("a-key");
    assertThat(blocked.untold().orElseThrow()).contains("takes no file");
  }

  private void goodRun(Lineage run) {
    run.works(RAW, Map.of());
    run.ended(outcome(RAW, Status.COMMITTED, Map.of(Counts.RECORDS, 9L, Counts.FILES, 2L)));
    run.works(SALE, Map.of(RAW, 4L));
    run.works(SALE, Map.of(RAW, 4L));
    run.ended(
        outcome(
            SALE,
            Status.COMMITTED_WITH_WARNINGS,
            Map.of(Counts.RECORDS, 9L, Counts.NEW, 8L, Counts.QUARANTINED, 1L)));
  }

  private static TableOutcome outcome(DatasetName table, Status status, Map<String, Long> counts) {
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

  private List<JsonNode> events(
      Map<String, String> variables, java.util.function.Consumer<Lineage> telling)
      throws IOException {
    try (Lineage run = lineage(file(), "r1", variables)) {
      telling.accept(run);
    }
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("events/r1.jsonl"))) {
      events.add(new ObjectMapper().readTree(line));
    }
    return events;
  }

  private LineageSettings file() {
    return new LineageSettings(
        LineageSettings.Kind.FILE, folder.resolve("events").toUri(), Optional.empty());
  }

  private LineageSettings server() {
    return new LineageSettings(
        LineageSettings.Kind.HTTP,
        URI.create("http://localhost:" + server.getAddress().getPort() + "/"),
        Optional.empty());
  }

  private Lineage lineage(LineageSettings settings, String runId, Map<String, String> variables) {
    var problems = new Problems();
    Workspace workspace = WorkspaceLoader.load(folder, Optional.empty(), problems);
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

  private void write(String path, String text) throws IOException {
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
