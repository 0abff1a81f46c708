package org.assize.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.core.Counts;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.lineage.ColumnOrigin;
import org.assize.core.lineage.ColumnOrigins;
import org.assize.core.lineage.ReadVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What events say of a run, as a file gets them. */
class LineageTest {

  @TempDir Path folder;

  private ShopRuns shop;

  @BeforeEach
  void a_shop() throws IOException {
    shop = new ShopRuns(folder);
  }

  @Test
  void a_run_begins_and_ends_under_one_id_with_what_it_read_and_wrote() throws IOException {
    List<JsonNode> events = shop.events(Map.of(), ShopRuns::good);

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
        shop.events(Map.of(), ShopRuns::good).get(2).at("/outputs/0/facets/columnLineage/fields");

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
        shop.events(
            Map.of(),
            run -> {
              run.works(ShopRuns.TOTAL, Map.of(ShopRuns.SALE, ShopRuns.own(7)));
              run.computed(
                  ShopRuns.TOTAL,
                  () ->
                      new ColumnOrigins(
                          Map.of(
                              "n",
                              List.of(
                                  ColumnOrigin.of("shop_curated.sale", "amount")
                                      .then(ColumnOrigin.Kind.AGGREGATION)))));
              run.ended(
                  ShopRuns.outcome(ShopRuns.TOTAL, Status.COMMITTED, Map.of(Counts.COMMITTED, 1L)));
            });

    assertThat(events.get(0).at("/outputs/0/facets/columnLineage").isMissingNode()).isTrue();
    JsonNode field = events.get(1).at("/outputs/0/facets/columnLineage/fields/n/inputFields/0");
    assertThat(field.get("field").asText()).isEqualTo("amount");
    assertThat(field.at("/transformations/0/subtype").asText()).isEqualTo("AGGREGATION");
  }

  @Test
  void what_is_read_from_another_environment_is_called_by_its_name() throws IOException {
    shop.write(
        "assize.yaml",
        "environments:\n  prod: {warehouse: 'hdfs://store/w'}\n  dev: {readsFrom: prod}\n");
    shop.environment = Optional.of("dev");

    JsonNode event =
        shop.events(
                Map.of(),
                run -> {
                  run.works(
                      ShopRuns.SALE,
                      Map.of(
                          ShopRuns.RAW,
                          new ReadVersion(3, Optional.of(URI.create("hdfs://store/w")))));
                  run.ended(ShopRuns.outcome(ShopRuns.SALE, Status.COMMITTED, Map.of()));
                })
            .get(1);

    assertThat(event.at("/inputs/0/namespace").asText()).isEqualTo("assize.prod");
    assertThat(event.at("/inputs/0/facets/symlinks/identifiers/0/namespace").asText())
        .isEqualTo("hdfs://store");
    assertThat(event.at("/inputs/0/facets/symlinks/identifiers/0/name").asText())
        .isEqualTo("/w/raw/shop/till");
    assertThat(event.at("/outputs/0/namespace").asText()).isEqualTo("assize.dev");
    assertThat(
            event.at("/outputs/0/facets/columnLineage/fields/id/inputFields/0/namespace").asText())
        .isEqualTo("assize.prod");
  }

  @Test
  void what_an_earlier_run_committed_before_it_died_is_told_by_who_finds_it() throws IOException {
    List<JsonNode> events =
        shop.events(
            Map.of(),
            run ->
                run.ended(
                    ShopRuns.outcome(
                        ShopRuns.SALE, Status.DONE_ELSEWHERE, Map.of(Counts.NEW, 8L))));

    assertThat(events)
        .extracting(event -> event.get("eventType").asText())
        .containsExactly("START", "COMPLETE");
    assertThat(events.get(1).at("/outputs/0/facets/version/datasetVersion").asText())
        .isEqualTo("7");
  }

  @Test
  void failed_is_fail_and_held_not_ready_or_left_out_is_abort_with_the_reason() throws IOException {
    var problem = new Problem(ErrorCode.CONFLICT, Place.NOWHERE, "Others wrote.", "", "");
    List<JsonNode> events =
        shop.events(
            Map.of(),
            run -> {
              run.ended(TableOutcome.failed(ShopRuns.RAW, List.of(problem), Duration.ZERO));
              run.works(ShopRuns.SALE, Map.of());
              run.ended(TableOutcome.of(ShopRuns.SALE, Status.HELD, "held by usual_size"));
              run.ended(
                  TableOutcome.of(ShopRuns.TOTAL, Status.SKIPPED, "shop_curated.sale is held"));
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
  void a_run_of_airflow_is_the_parent_and_a_retry_another_run() throws IOException {
    String task = "0197a3c2-1111-7abc-8def-000000000001";
    String dag = "0197a3c2-1111-7abc-8def-000000000002";
    JsonNode first =
        shop.events(
                Map.of(
                    ParentRun.PARENT,
                    "https://airflow/prod/shop__daily.sale/" + task,
                    ParentRun.ROOT,
                    "https://airflow/prod/shop__daily/" + dag),
                ShopRuns::good)
            .get(0);
    JsonNode second =
        shop.events("r2", Map.of(ParentRun.PARENT, "nonsense"), ShopRuns::good).get(0);

    assertThat(first.at("/run/facets/parent/run/runId").asText()).isEqualTo(task);
    assertThat(first.at("/run/facets/parent/job/name").asText()).isEqualTo("shop__daily.sale");
    assertThat(first.at("/run/facets/parent/job/namespace").asText())
        .isEqualTo("https://airflow/prod");
    assertThat(first.at("/run/facets/parent/root/run/runId").asText()).isEqualTo(dag);
    assertThat(second.at("/run/runId")).isNotEqualTo(first.at("/run/runId"));
    assertThat(second.at("/run/facets/parent").isMissingNode()).isTrue();
  }
}
