package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.problem.PlatformException;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules over many rows, their thresholds and exemptions, and what is kept of them. */
@SparkTest
class MeasuresTest {

  private static final String COLUMNS =
      """
      - {name: id, logicalType: integer, primaryKey: true, required: true}
      - {name: seen_at, logicalType: timestamp}
      - {name: sent_at, logicalType: timestamp}
      - {name: speed, logicalType: number}
      - {name: height, logicalType: number}
      - {name: band, logicalType: string}
      """;
  private static final String SOURCE =
      """
      layer: curated
      sources: [{name: feed, files: "feed/{day}.csv", format: csv}]
      load: {mode: append}
      """;
  private static final String HEADER = "id,seen_at,sent_at,speed,height,band";

  @TempDir Path folder;

  @BeforeEach
  void a_session(SparkSession spark) {
    assertThat(spark).isNotNull();
  }

  @Test
  void each_measure_is_what_a_person_counts() {
    TestWorkspace workspace =
        new TestWorkspace(folder)
            .contract("tag", "fix", COLUMNS + "quality:\n" + measures().indent(2), SOURCE);
    workspace.deliver(
        "feed/2026-01-01.csv",
        HEADER,
        "1,2026-01-01T00:00:00Z,2026-01-01T00:01:00Z,10,1,a",
        "2,2026-01-01T00:10:00Z,2026-01-01T00:12:00Z,20,2,a",
        "3,2026-01-01T01:00:00Z,2026-01-01T01:03:00Z,30,3,b",
        "4,,,,,b");

    RunReport report = workspace.run();

    assertThat(report.exitCode()).as(report.tables().toString()).isZero();
    Map<String, Double> measured = measured(workspace);
    assertThat(measured)
        .containsEntry("rows", 4.0)
        .containsEntry("rows_of_b", 2.0)
        .containsEntry("mean_speed", 20.0)
        .containsEntry("mean_speed_of_a", 15.0)
        .containsEntry("least_speed", 10.0)
        .containsEntry("most_speed", 30.0)
        .containsEntry("all_speed", 60.0)
        .containsEntry("bands", 2.0)
        .containsEntry("median_speed", 20.0)
        .containsEntry("together", 1.0)
        .containsEntry("slowest", 3.0)
        .containsEntry("gap", 50.0)
        .containsEntry("gap_in_band", 10.0)
        .containsEntry("asked", 1.0)
        .containsEntry("distance", null);
    assertThat(measured.get("spread")).isBetween(8.16, 8.17);
    assertThat(measured.get("fresh")).isGreaterThan(24.0 * 300);
  }

  @Test
  void a_histogram_is_compared_with_the_rows_already_there() {
    TestWorkspace workspace =
        new TestWorkspace(folder)
            .contract("tag", "fix", COLUMNS + "quality:\n" + measures().indent(2), SOURCE);
    workspace.deliver("feed/2026-01-01.csv", HEADER, "1,,,,,a", "2,,,,,a", "3,,,,,b", "4,,,,,b");
    workspace.run();
    workspace.deliver("feed/2026-01-02.csv", HEADER, "5,,,,,a", "6,,,,,b", "7,,,,,b", "8,,,,,b");

    workspace.run();

    assertThat(measured(workspace)).containsEntry("distance", 0.25);
  }

  @Test
  void thresholds_turn_a_warning_into_a_hold_and_an_exemption_takes_every_effect() {
    TestWorkspace workspace =
        new TestWorkspace(folder)
            .contract("tag", "fix", COLUMNS + "quality:\n" + terms().indent(2), SOURCE);
    workspace.deliver(
        "feed/2026-01-01.csv", HEADER, "1,,,10,,", "2,,,10,,", "3,,,10,,", "4,,,-1,,");
    TableOutcome fewer = TestWorkspace.outcome(workspace.run(), "tag_curated.fix");
    workspace.deliver(
        "feed/2026-01-02.csv", HEADER, "5,,,10,,", "6,,,10,,", "7,,,-1,,", "8,,,-1,,");
    TableOutcome more = TestWorkspace.outcome(workspace.run(), "tag_curated.fix");

    assertThat(fewer.status()).isEqualTo(Status.COMMITTED_WITH_WARNINGS);
    assertThat(fewer.broken()).containsOnlyKeys("moves");
    assertThat(more.status()).isEqualTo(Status.HELD);
    assertThat(more.note()).isEqualTo("held by moves");
    assertThat(workspace.query("SELECT * FROM ops.metric WHERE rule = 'exempted'").collectAsList())
        .hasSize(2)
        .allMatch(row -> row.getBoolean(row.fieldIndex("is_exempt")))
        .allMatch(row -> row.getDouble(row.fieldIndex("value")) > 0)
        .allMatch(row -> row.getString(row.fieldIndex("effect")).equals("none"));
  }

  @Test
  void a_measure_far_from_its_usual_holds_and_does_not_become_the_usual() {
    TestWorkspace workspace =
        new TestWorkspace(folder)
            .contract(
                "tag",
                "fix",
                COLUMNS
                    + """
                    quality:
                      - {id: volume, type: custom, engine: assize, implementation: {measure: rowCount, usual: {strategy: robustZ, limit: 3, minimum: 3}}}
                    """,
                SOURCE);
    for (int day = 1; day <= 3; day++) {
      workspace.deliver("feed/2026-01-0" + day + ".csv", HEADER, day + "1,,,,,", day + "2,,,,,");
      assertThat(workspace.run().exitCode()).isZero();
    }
    workspace.deliver("feed/2026-01-04.csv", HEADER, "41,,,,,");
    assertThat(workspace.run().exitCode()).isEqualTo(4);
    workspace.deliver("feed/2026-01-05.csv", HEADER, "51,,,,,", "52,,,,,");

    TableOutcome next = TestWorkspace.outcome(workspace.run(), "tag_curated.fix");

    assertThat(next.counts()).containsEntry("committed", 2L);
    Row held =
        workspace
            .query(
                "SELECT low, high, value FROM ops.metric WHERE rule = 'volume' AND NOT is_committed")
            .head();
    assertThat(held.getDouble(0)).isBetween(1.9, 2.0);
    assertThat(held.getDouble(1)).isBetween(2.0, 2.1);
    assertThat(held.getDouble(2)).isEqualTo(1.0);
  }

  @Test
  void conditions_and_queries_of_rules_are_checked_before_anything_runs() {
    TestWorkspace workspace =
        new TestWorkspace(folder)
            .contract(
                "tag",
                "fix",
                COLUMNS
                    + "quality:\n  "
                    + where("a", "measure: rowCount, mustBeGreaterThan: 0", "bandd = 'b'").strip()
                    + """

                      - {id: b, type: sql, query: "SELECT reflect('java.lang.System', 'getenv', 'HOME') FROM ${table}", mustBe: 0}
                      - {id: c, type: sql, query: 'SELECT count(*) FROM ${table}, tag_curated.fixx', mustBe: 0}
                    """,
                SOURCE);

    assertThatThrownBy(workspace::graph)
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("No column is called `bandd` here. Did you mean `band`?")
        .hasMessageContaining("SQL_FORBIDDEN")
        .hasMessageContaining("UNKNOWN_TABLE: The rule asks `tag_curated.fixx`")
        .hasMessageContaining("Did you mean `tag_curated.fix`?");
  }

  private static Map<String, Double> measured(TestWorkspace workspace) {
    Map<String, Double> measured = new LinkedHashMap<>();
    workspace
        .query("SELECT rule, value FROM ops.metric ORDER BY at")
        .collectAsList()
        .forEach(row -> measured.put(row.getString(0), row.isNullAt(1) ? null : row.getDouble(1)));
    return measured;
  }

  private static String measures() {
    return rule("rows", "measure: rowCount, mustBeGreaterThan: 0")
        + rule("mean_speed", "measure: mean, column: speed, mustBeGreaterThan: 0")
        + where("rows_of_b", "measure: rowCount, mustBeGreaterThan: 0", "band = 'b'")
        + where(
            "mean_speed_of_a", "measure: mean, column: speed, mustBeGreaterThan: 0", "band = 'a'")
        + rule("least_speed", "measure: minimum, column: speed, mustBeGreaterThan: 0")
        + rule("most_speed", "measure: maximum, column: speed, mustBeGreaterThan: 0")
        + rule("all_speed", "measure: sum, column: speed, mustBeGreaterThan: 0")
        + rule("spread", "measure: standardDeviation, column: speed, mustBeGreaterThan: 0")
        + rule("bands", "measure: distinctValues, column: band, mustBeGreaterThan: 0")
        + rule("median_speed", "measure: quantile, column: speed, mustBeGreaterThan: 0")
        + rule("together", "measure: correlation, columns: [speed, height], mustBeGreaterThan: 0.9")
        + rule("fresh", "measure: freshness, column: seen_at, mustBeGreaterThan: 0")
        + rule(
            "slowest",
            "measure: latency, columns: [seen_at, sent_at], quantile: 1, mustBeLessThan: 9")
        + rule("gap", "measure: longestGap, column: seen_at, mustBeLessThan: 60")
        + rule(
            "gap_in_band", "measure: longestGap, column: seen_at, by: [band], mustBeLessThan: 60")
        + rule("distance", "measure: histogramDistance, column: band, mustBeLessThan: 0.3")
        + "- {id: asked, type: sql, query: 'SELECT count(*) FROM ${table} WHERE speed > 20', mustBeLessThan: 5}\n";
  }

  private static String terms() {
    return "- {id: moves, type: custom, engine: assize, implementation: speed >= 0, severity: warning,"
        + " customProperties: [{property: assize, value: {warnAt: 1, failAt: 50%}}]}\n"
        + "- {id: exempted, type: custom, engine: assize, implementation: speed >= 0, severity: critical,"
        + " customProperties: [{property: assize, value: {exempt: {until: 2999-12-31,"
        + " reason: The supplier mends it, approver: Tag data team}}}]}\n";
  }

  private static String rule(String id, String measure) {
    return "- {id: " + id + ", type: custom, engine: assize, implementation: {" + measure + "}}\n";
  }

  private static String where(String id, String measure, String condition) {
    return "- {id: "
        + id
        + ", type: custom, engine: assize, implementation: {"
        + measure
        + "}, customProperties: [{property: assize, value: {where: \""
        + condition
        + "\"}}]}\n";
  }
}
