package org.assize.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assize.core.TableOutcome.Status.COMMITTED;
import static org.assize.core.TableOutcome.Status.FAILED;
import static org.assize.core.TableOutcome.Status.HELD;
import static org.assize.core.TableOutcome.Status.NOT_READY;
import static org.assize.core.TableOutcome.Status.SKIPPED;
import static org.assize.core.TableOutcome.Status.UP_TO_DATE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.core.Counts;
import org.assize.core.TableOutcome;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.PipelineRun.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shop's tables are due at five in London; it is winter. */
class IncidentsTest {

  private static final String LATE = "late " + Shop.PIPELINE;

  @TempDir private Path root;

  @Test
  void a_run_that_never_began_is_late_whoever_should_have_begun_it() throws IOException {
    Shop shop = shop("").ran("2026-11-21T05:00:05Z", COMMITTED, COMMITTED, COMMITTED);

    assertThat(shop.ids("2026-11-22T05:29:59Z")).isEmpty();
    assertThat(shop.ids("2026-11-22T05:30:00Z")).containsExactly(LATE);
    Incident late = shop.at("2026-11-23T09:00:00Z").get(0);
    assertThat(late.since()).isEqualTo("2026-11-22T05:00:00Z");
    assertThat(late.interval()).hasToString("Optional[2026-11-21T05:00:00Z/2026-11-22T05:00:00Z]");
    assertThat(late.cause())
        .isEqualTo(
            "Due on Sun 22 Nov 2026 05:00 and not done: shop/sale, shop/takings."
                + " No scheduler began it.");
    assertThat(late.next()).isEqualTo("assize run shop/sale shop/takings");
    assertThat(late.channels()).extracting(c -> c.channel()).containsExactly("shop");
    shop.ran("2026-11-23T09:01:00Z", UP_TO_DATE, UP_TO_DATE, UP_TO_DATE);
    assertThat(shop.ids("2026-11-23T09:05:00Z")).isEmpty();
  }

  @Test
  void a_run_under_way_may_take_its_time_unless_the_contract_says_how_long() throws IOException {
    Shop patient = shop("").ran("2026-11-21T05:00:05Z", COMMITTED, COMMITTED, COMMITTED);
    Shop strict = shop("{property: latency, value: 1, unit: h}");
    for (Shop shop : List.of(patient, strict)) {
      shop.runs.add(run(State.BEGUN, 1));
    }

    assertThat(patient.ids("2026-11-22T08:59:00Z")).isEmpty();
    assertThat(patient.ids("2026-11-22T09:00:00Z")).containsExactly(LATE);
    assertThat(strict.ids("2026-11-22T06:00:00Z")).containsExactly(LATE);
  }

  @Test
  void nothing_is_late_that_was_paused_passed_over_or_told_by_another_name() throws IOException {
    Shop paused = shop("");
    paused.paused.add(Shop.PIPELINE);
    Shop passedOver = shop("");
    passedOver.runs.add(run(State.PASSED_OVER, 1));
    Shop failed = shop("").ran("2026-11-22T05:00:05Z", COMMITTED, FAILED, SKIPPED);

    assertThat(paused.ids("2026-11-22T12:00:00Z")).isEmpty();
    assertThat(passedOver.ids("2026-11-22T12:00:00Z")).isEmpty();
    assertThat(failed.ids("2026-11-22T12:00:00Z")).containsExactly("failed shop_curated.sale");
  }

  @Test
  void an_expected_delivery_that_did_not_come_is_late_although_runs_end_well() throws IOException {
    Shop every = shop("{property: frequency, value: 2, unit: d}");
    Shop byTheClock =
        shop("{property: frequency, value: 1, unit: d, scheduler: cron, schedule: 0 4 * * *}");
    for (Shop shop : List.of(every, byTheClock)) {
      shop.ran("2026-11-21T05:00:05Z", COMMITTED, COMMITTED, COMMITTED)
          .ran("2026-11-22T05:00:05Z", UP_TO_DATE, UP_TO_DATE, UP_TO_DATE)
          .ran("2026-11-23T05:00:05Z", UP_TO_DATE, UP_TO_DATE, UP_TO_DATE);
    }

    assertThat(every.ids("2026-11-23T05:33:00Z")).isEmpty();
    assertThat(every.ids("2026-11-23T05:34:00Z")).containsExactly("undelivered shop_curated.sale");
    // The delivery of the 21st was taken in by five: in time for four o'clock of the 22nd.
    assertThat(byTheClock.ids("2026-11-22T12:00:00Z")).isEmpty();
    assertThat(byTheClock.at("2026-11-23T12:00:00Z").get(0).cause())
        .isEqualTo(
            "A delivery was expected by Mon 23 Nov 2026 04:00; the last was taken in on Sat 21 Nov"
                + " 2026 05:03.");
  }

  @Test
  void what_failed_names_its_code_the_run_and_who_depends_on_it() throws IOException {
    var problem = new Problem(ErrorCode.TABLE_FAILED, Place.NOWHERE, "It broke.", "", "");
    Shop shop = shop("");
    shop.ran(
        "2026-11-22T05:00:05Z",
        List.of(
            TableOutcome.failed(shop.definitions.get(1).table(), List.of(problem), Duration.ZERO)));

    Incident failed =
        shop.at("2026-11-22T05:10:00Z").stream()
            .filter(i -> i.kind() == Incident.Kind.FAILED)
            .findFirst()
            .orElseThrow();

    assertThat(failed.cause()).isEqualTo("TABLE_FAILED: It broke.");
    assertThat(failed.next()).isEqualTo("assize run show run1");
    assertThat(failed.dependants()).containsExactly("shop_published.takings");
    assertThat(failed.owner()).isEqualTo("Shop team");
    shop.runs.add(run(State.AGAIN, 1));
    assertThat(shop.ids("2026-11-22T05:10:00Z")).doesNotContain("failed shop_curated.sale");
  }

  @Test
  void a_missing_input_of_a_raw_table_is_told_to_those_who_read_it() throws IOException {
    Shop shop = shop("").ran("2026-11-22T05:00:05Z", NOT_READY, SKIPPED, SKIPPED);

    Incident missing = shop.at("2026-11-22T05:10:00Z").get(0);

    assertThat(missing.id()).isEqualTo("not ready shop_raw.till");
    assertThat(missing.channels()).extracting(c -> c.channel()).containsExactly("shop");
  }

  @Test
  void a_hold_has_an_owner_and_a_time_after_which_it_is_told_higher_up() throws IOException {
    Shop shop =
        shop("{property: timeToRepair, value: 4, unit: h}")
            .ran("2026-11-22T05:00:00Z", COMMITTED, HELD, SKIPPED)
            .holds(1, "2026-11-22T05:00:00Z");

    Incident held = shop.at("2026-11-22T09:02:59Z").get(0);
    Incident escalated = shop.at("2026-11-22T09:03:00Z").get(0);

    assertThat(held.cause()).isEqualTo("A batch is held by n_range; the table stays as it was.");
    assertThat(held.escalatesAt()).contains(Instant.parse("2026-11-22T09:03:00Z"));
    assertThat(held.channels()).hasSize(1);
    assertThat(escalated.channels()).containsAll(Shop.PLATFORM).hasSize(2);
    assertThat(escalated.id()).isEqualTo(held.id()).endsWith("2026-11-22T05:00:00Z");
  }

  @Test
  void refused_rows_over_the_rate_are_told_until_somebody_decides() throws IOException {
    Shop shop = shop("{property: errorRate, value: 2, unit: percent}");
    TableOutcome some =
        Shop.outcome(shop.definitions.get(1).table(), COMMITTED, "b")
            .counting(Map.of(Counts.ROWS, 100L, Counts.QUARANTINED, 3L));
    shop.ran("2026-11-22T05:00:05Z", List.of(some)).refuses(1, 3);

    Incident refused =
        shop.at("2026-11-22T05:10:00Z").stream()
            .filter(i -> i.kind() == Incident.Kind.REFUSED)
            .findFirst()
            .orElseThrow();

    assertThat(refused.cause()).startsWith("3 of 100 rows were refused, more than 2 in a hundred");
    shop.refuses(1, 0);
    assertThat(shop.ids("2026-11-22T05:10:00Z")).doesNotContain(refused.id());
  }

  @Test
  void an_exemption_is_told_in_its_last_week() throws IOException {
    Shop shop = shop("");

    assertThat(exemptions(shop, "2026-11-19T12:00:00Z")).isEmpty();
    assertThat(exemptions(shop, "2026-11-20T12:00:00Z"))
        .extracting(Incident::id)
        .containsExactly(
            "exemption shop_curated.sale n_range 2026-11-27",
            "exemption shop_published.takings n_range 2026-11-27");
    assertThat(exemptions(shop, "2026-11-28T12:00:00Z").get(0).cause())
        .isEqualTo(
            "The exemption of rule `n_range` ended on 2026-11-27; the rule acts again then."
                + " Approved by Board.");
  }

  @Test
  void a_missing_heartbeat_is_told_to_the_platform() throws IOException {
    Shop shop = shop("").ran("2026-11-22T05:00:05Z", COMMITTED, COMMITTED, COMMITTED);
    shop.heartbeat = Optional.of(Instant.parse("2026-11-22T06:00:00Z"));

    assertThat(shop.ids("2026-11-22T06:05:00Z")).isEmpty();
    Incident silent = shop.at("2026-11-22T06:06:00Z").get(0);

    assertThat(silent.cause()).contains("no sign of life for 6 minutes");
    assertThat(silent.channels()).isEqualTo(Shop.PLATFORM);
  }

  private static List<Incident> exemptions(Shop shop, String now) {
    return shop.at(now).stream().filter(i -> i.kind() == Incident.Kind.EXEMPTION).toList();
  }

  private static PipelineRun run(State state, int attempt) {
    Instant due = Instant.parse("2026-11-22T05:00:00Z");
    return new PipelineRun(
        Shop.PIPELINE, "occasion", due, state, attempt, due, Optional.empty(), "");
  }

  private Shop shop(String levels) throws IOException {
    return new Shop(root, levels);
  }
}
