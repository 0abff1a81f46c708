package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules about each interval, and about the table as it would be. */
@SparkTest
class ScopeTest {

  private static final String COLUMNS =
      """
      - {name: id, logicalType: integer, primaryKey: true, required: true}
      - {name: day, logicalType: date}
      - {name: seen_at, logicalType: timestamp}
      - {name: speed, logicalType: number}
      quality:
      """;
  private static final String APPEND =
      """
      layer: curated
      sources: [{name: feed, files: "feed/{delivery}.csv", format: csv}]
      load: {mode: append, interval: {column: day, grain: day}}
      promises: {primary_key_unique: {scope: table}}
      """;
  private static final String MERGE =
      """
      layer: curated
      sources: [{name: feed, files: "feed/{delivery}.csv", format: csv}]
      load: {mode: merge, latestBy: [_delivery], interval: {column: day, grain: day}}
      """;
  private static final String HEADER = "id,day,seen_at,speed";

  @TempDir Path folder;

  @BeforeEach
  void a_session(SparkSession spark) {
    assertThat(spark).isNotNull();
  }

  private static String measure(String id, String scope, String measure) {
    return "  - {id: %s, type: custom, engine: assize, implementation: {%s}, customProperties: [{property: assize, value: {scope: %s}}]}\n"
        .formatted(id, measure, scope);
  }

  private TestWorkspace workspace(String assize, String... rules) {
    return new TestWorkspace(folder)
        .contract("tag", "fix", COLUMNS + String.join("", rules), assize);
  }

  private static TableOutcome fix(TestWorkspace workspace) {
    return TestWorkspace.outcome(workspace.run(), "tag_curated.fix");
  }

  private static List<Double> values(TestWorkspace workspace, String rule) {
    return workspace
        .query("SELECT value FROM ops.metric WHERE rule = '" + rule + "' ORDER BY at")
        .collectAsList()
        .stream()
        .map(row -> row.isNullAt(0) ? null : row.getDouble(0))
        .toList();
  }

  @Test
  void an_interval_is_judged_with_the_rows_that_it_has_already() {
    TestWorkspace workspace =
        workspace(
            APPEND,
            measure("daily", "interval", "measure: rowCount, mustBeLessOrEqualTo: 3"),
            measure(
                "gap",
                "interval, action: warn",
                "measure: longestGap, column: seen_at, mustBeLessThan: 60"));
    workspace.deliver(
        "feed/1.csv",
        HEADER,
        "1,2026-01-01,2026-01-01T00:00:00Z,1",
        "2,2026-01-01,2026-01-01T01:00:00Z,2",
        "3,2026-01-03,2026-01-03T00:00:00Z,3");
    TableOutcome first = fix(workspace);
    workspace.deliver(
        "feed/2.csv", HEADER, "4,2026-01-01,,4", "5,2026-01-01,,5", "6,2026-01-02,,6");
    TableOutcome second = fix(workspace);

    assertThat(first.note()).isEmpty();
    assertThat(first.status()).isEqualTo(Status.COMMITTED_WITH_WARNINGS);
    assertThat(second.status()).isEqualTo(Status.HELD);
    assertThat(second.note()).isEqualTo("held by daily");
    assertThat(values(workspace, "daily")).containsExactly(1.0, 4.0);
    assertThat(values(workspace, "gap")).containsExactly(60.0, 60.0);
  }

  @Test
  void keys_are_told_apart_in_the_whole_table_where_the_contract_says_so() {
    TestWorkspace workspace =
        workspace(APPEND, measure("all_rows", "table", "measure: rowCount, mustBeLessThan: 9"));
    workspace.deliver("feed/1.csv", HEADER, "1,2026-01-01,,1", "2,2026-01-01,,2");
    fix(workspace);
    workspace.deliver("feed/2.csv", HEADER, "2,2026-01-02,,1");

    assertThat(fix(workspace).note()).isEqualTo("held by primary_key_unique");
    assertThat(values(workspace, "all_rows")).containsExactly(2.0, 3.0);
  }

  @Test
  void superseded_rows_are_no_part_of_the_table_as_it_would_be() {
    TestWorkspace workspace =
        workspace(
            MERGE,
            measure("mean", "table", "measure: mean, column: speed, mustBeLessThan: 100"),
            measure("emptied", "interval", "measure: rowCount, mustBeGreaterThan: 0"),
            "  - {id: asked, type: sql, query: \"SELECT sum(speed) FROM ${table}\", mustBeLessThan: 100, customProperties: [{property: assize, value: {scope: table}}]}\n");
    workspace.deliver("feed/1.csv", HEADER, "1,2026-01-01,,10", "2,2026-01-02,,20");
    fix(workspace);
    workspace.deliver("feed/2.csv", HEADER, "2,2026-01-03,,40");
    TableOutcome moved = fix(workspace);

    assertThat(values(workspace, "mean")).containsExactly(15.0, 25.0);
    assertThat(values(workspace, "asked")).containsExactly(30.0, 50.0);
    assertThat(moved.note()).as("2026-01-02 has no row any more").isEqualTo("held by emptied");
    assertThat(values(workspace, "emptied")).containsExactly(1.0, 0.0);
  }

  @Test
  void deliveries_one_by_one_end_with_the_figures_of_all_at_once() {
    String[] rules = {
      measure("mean", "table", "measure: mean, column: speed, mustBeLessThan: 100"),
      measure("spread", "table", "measure: standardDeviation, column: speed, mustBeLessThan: 100"),
      measure("most", "interval", "measure: maximum, column: speed, mustBeLessThan: 100"),
    };
    TestWorkspace one = workspace(MERGE, rules);
    one.deliver("feed/1.csv", HEADER, "1,2026-01-01,,10", "2,2026-01-02,,20", "3,2026-01-03,,5");
    fix(one);
    one.deliver("feed/2.csv", HEADER, "2,2026-01-03,,40", "4,2026-01-03,,1");
    fix(one);
    List<Row> steps = last(one);

    assertThat(TestWorkspace.outcome(one.restate(), "tag_curated.fix").status())
        .isEqualTo(Status.COMMITTED);
    assertThat(last(one)).isEqualTo(steps);
  }

  private static List<Row> last(TestWorkspace workspace) {
    return workspace
        .query(
            "SELECT rule, max_by(value, at) FROM ops.metric WHERE value IS NOT NULL AND rule IN ('mean', 'spread', 'most') GROUP BY rule ORDER BY rule")
        .collectAsList();
  }

  @Test
  void a_derived_interval_is_judged_as_it_will_stand() {
    TestWorkspace workspace =
        workspace(APPEND, measure("some", "table", "measure: rowCount, mustBeGreaterThan: 0"))
            .contract(
                "tag",
                "daily",
                """
                - {name: day, logicalType: date}
                - {name: rows, logicalType: integer}
                quality:
                """
                    + measure("days", "table", "measure: rowCount, mustBeLessThan: 3")
                    + measure("each", "interval", "measure: sum, column: rows, mustBeLessThan: 9"),
                """
                layer: published
                transform: {inputs: [{table: tag_curated.fix, read: interval}]}
                load: {mode: replaceInterval, interval: {column: day, grain: day}}
                """)
            .sql("tag", "daily", "SELECT day, count(*) AS rows FROM tag_curated.fix GROUP BY day");
    workspace.deliver("feed/1.csv", HEADER, "1,2026-01-01,,1", "2,2026-01-02,,2");
    workspace.run();
    workspace.deliver("feed/2.csv", HEADER, "3,2026-01-02,,1", "4,2026-01-03,,1");

    TableOutcome second = TestWorkspace.outcome(workspace.run(), "tag_published.daily");

    assertThat(second.note()).isEqualTo("held by days");
    assertThat(values(workspace, "days")).containsExactly(2.0, 3.0);
    assertThat(values(workspace, "each")).containsExactly(1.0, 1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interval|measure: rowCount, usual: {strategy: robustZ, limit: 3}|has the scope interval, which gives one batch several figures, and no usual one",
        "table|measure: histogramDistance, column: speed, mustBeLessThan: 1|compares a batch with the table, so its `scope` is the batch",
        "interval|java: org.assize.spark.condition.CheckedImei, columns: [id]|is about single rows, which have no `scope`",
      })
  void what_has_no_such_scope_is_told(String scope, String implementation, String problem) {
    TestWorkspace workspace = workspace(MERGE, measure("wrong", scope, implementation));

    assertThatThrownBy(workspace::graph)
        .hasMessageStartingWith(
            "schemas/tag/fix.odcs.yaml:15: RULE_INVALID: The rule `wrong` " + problem + ".");
  }

  @Test
  void a_table_without_intervals_has_no_rule_about_them() {
    TestWorkspace workspace =
        workspace(
            MERGE.replace(", interval: {column: day, grain: day}", ""),
            measure("wrong", "interval", "measure: rowCount, mustBe: 1"));

    assertThatThrownBy(workspace::graph)
        .hasMessageContaining(
            "The rule `wrong` has the scope interval, and the table no intervals. Declare"
                + " `load.interval`, or use `scope: table`.");
  }
}
