package org.assize.airflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assize.airflow.client.Pool.Deferred;
import org.assize.contract.problem.ErrorCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("airflow")
@ExtendWith(RealAirflow.class)
class ServerTest {

  private static AirflowServer server;

  @BeforeAll
  static void open(Running airflow) {
    server = airflow.open();
  }

  @Test
  void a_server_says_what_it_is_and_how() {
    assertThat(server.version()).startsWith("3.");
    assertThat(server.health())
        .isEqualTo(new ServerHealth("healthy", "healthy", "healthy", ""))
        .returns(true, ServerHealth::isReady);
  }

  @Test
  void a_dag_says_when_it_runs_next_and_is_paused_and_let_go_on() {
    DagStatus day = server.dags().find("day").orElseThrow();

    assertThat(day.tags()).containsExactlyInAnyOrder("tests", "daily");
    assertThat(day.schedule()).contains("0 2 * * *");
    assertThat(day.isStale()).isFalse();
    assertThat(day.nextInterval()).isPresent();
    assertThat(server.dags().pause("day").isPaused()).isTrue();
    assertThat(server.dags().unpause("day").isPaused()).isFalse();
    assertThat(server.dags().find("day").orElseThrow().isPaused()).isFalse();
    assertThat(server.dags().all()).extracting(DagStatus::id).containsExactly("day", "reader");
    assertThat(server.dags().tagged("daily")).extracting(DagStatus::id).containsExactly("day");
    assertThat(server.dags().tagged("no such tag")).isEmpty();
  }

  @Test
  void a_dag_that_is_not_there_is_absent_when_looked_for_and_a_failure_when_it_is_to_change() {
    assertThat(server.dags().find("no such dag ü%")).isEmpty();

    String message = Codes.of(ErrorCode.AIRFLOW_NOT_FOUND, () -> server.dags().pause("nope"));

    assertThat(message)
        .contains(
            "did not pause DAG nope.", "It answered 404", "was not found.", "Correct the name");
  }

  @Test
  void a_file_that_cannot_be_imported_says_why() {
    assertThat(server.importErrors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.file()).isEqualTo("broken.py");
              assertThat(error.trace()).contains("planted in this file");
            });
  }

  @Test
  void a_pool_is_made_once_and_changed() {
    Pool made = server.pools().create("tests", 2, "für Tests");

    assertThat(made)
        .isEqualTo(new Pool("tests", 2, "für Tests", Deferred.TAKES_NONE, 0, 0, 0, 0, 2));
    assertThat(server.pools().find("tests")).contains(made);
    assertThat(server.pools().all())
        .extracting(Pool::name)
        .containsExactly("default_pool", "tests");
    assertThat(Codes.of(ErrorCode.AIRFLOW_CONFLICT, () -> server.pools().create("tests", 3, "")))
        .contains("did not make pool tests.", "It answered 409");
    Pool changed = server.pools().change(made, 5, "");
    assertThat(changed.slots()).isEqualTo(5);
    assertThat(server.pools().find("tests")).contains(changed);
    assertThat(server.pools().find("no such pool")).isEmpty();
    assertThat(Codes.of(ErrorCode.AIRFLOW_FAILED, () -> server.pools().create("bad", -7, "")))
        .contains("It answered 422: body.slots: ");
  }

  @Test
  void an_asset_says_who_writes_it_and_whom_it_starts() {
    assertThat(server.assets().all())
        .singleElement()
        .returns("assize://tests/figures", AssetStatus::uri)
        .returns(List.of("day.publish"), AssetStatus::producers)
        .returns(List.of("reader"), AssetStatus::consumers);
    assertThat(server.assets().eventsSince(Instant.parse("2100-01-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void a_backfill_is_planned_without_a_trace_made_held_and_ended() {
    server.dags().pause("day");
    // The clocks go forward in the night to 29 March: Airflow dates a run by its interval's start.
    BackfillOrder order =
        BackfillOrder.of(
            "day", Instant.parse("2026-03-27T00:00:00Z"), Instant.parse("2026-03-30T00:00:00Z"));

    BackfillPlan plan = server.backfills().plan(order);

    assertThat(server.backfills().of("day")).isEmpty();
    assertThat(plan.logicalDates())
        .containsExactly(
            Instant.parse("2026-03-27T02:00:00Z"),
            Instant.parse("2026-03-28T02:00:00Z"),
            Instant.parse("2026-03-29T01:00:00Z"));
    Backfill made = server.backfills().create(order.atOnce(2).with(Map.of("fail", true)));
    assertThat(made.completed()).isEmpty();
    assertThat(made.reprocess()).isEqualTo(Reprocess.NONE);
    assertThat(made.mostAtOnce()).isEqualTo(2);
    assertThat(server.backfills().of("day")).containsExactly(made);
    assertThat(Codes.of(ErrorCode.AIRFLOW_CONFLICT, () -> server.backfills().create(order)))
        .contains("did not make a backfill of DAG day.", "There is already a running backfill");
    assertThat(server.backfills().pause(made.id()).isPaused()).isTrue();
    assertThat(server.backfills().unpause(made.id()).isPaused()).isFalse();
    assertThat(server.backfills().cancel(made.id()).completed()).isPresent();
    assertThat(server.backfills().find(made.id()).orElseThrow().completed()).isPresent();
    assertThat(Codes.of(ErrorCode.AIRFLOW_CONFLICT, () -> server.backfills().cancel(made.id())))
        .contains("did not cancel backfill " + made.id());
    assertThat(server.backfills().find(4711)).isEmpty();
    server.dags().unpause("day");
  }

  @Test
  void a_dag_that_an_asset_starts_has_nothing_to_backfill() {
    Instant day = Instant.parse("2026-03-27T00:00:00Z");

    String message =
        Codes.of(
            ErrorCode.AIRFLOW_FAILED,
            () -> server.backfills().plan(BackfillOrder.of("reader", day, day)));

    assertThat(message).contains("did not plan a backfill of DAG reader.", "It answered 422: ");
  }

  @Test
  void what_is_no_airflow_or_an_older_one_is_unsupported(Running airflow) {
    var elsewhere =
        new AirflowLogin(
            airflow.address().resolve("/elsewhere/"), "admin", airflow.login("admin").password());
    AirflowServer other = AirflowServer.open(elsewhere, Clock.systemUTC());

    assertThat(Codes.of(ErrorCode.AIRFLOW_UNSUPPORTED, () -> other.dags().all()))
        .contains("Airflow 3.3", "did not log in");
  }
}
