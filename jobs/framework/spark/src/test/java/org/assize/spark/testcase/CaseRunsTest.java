package org.assize.spark.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.core.testcase.CaseOutcome;
import org.assize.core.testcase.CaseOutcome.Difference;
import org.assize.core.testcase.TableCase;
import org.assize.core.testcase.TableCases;
import org.assize.spark.law.TestWorkspace;
import org.assize.spark.session.Sessions;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases of tables: what passes, what fails, and what is told of it. */
@SparkTest
class CaseRunsTest {

  private static final String DAILY =
      """
      SELECT day, id, speed - coalesce(lag(speed) OVER (PARTITION BY id ORDER BY day), 0) AS more
      FROM tag_curated.fix
      """;

  @TempDir private Path folder;
  private TestWorkspace workspace;

  @BeforeEach
  void tables() {
    workspace =
        new TestWorkspace(folder)
            .contract(
                "tag",
                "fix",
                """
                - {name: id, logicalType: integer, primaryKey: true, primaryKeyPosition: 1, required: true}
                - {name: day, logicalType: date, primaryKey: true, primaryKeyPosition: 2, required: true}
                - {name: speed, logicalType: integer, logicalTypeOptions: {maximum: 100}}
                - {name: note, logicalType: string}
                quality:
                  - {id: volume, type: custom, engine: assize, implementation: {measure: rowCount, mustBeGreaterThan: 3}, severity: critical}
                """,
                """
                layer: curated
                sources: [{name: feed, files: "feed/{delivery}/*.csv", format: csv, nulls: ["-"]}]
                load: {mode: merge, latestBy: [_delivery], interval: {column: day, grain: day}}
                promises: {speed_range: {failAt: 10%}}
                """)
            .contract(
                "tag",
                "daily",
                """
                - {name: day, logicalType: date, primaryKey: true, primaryKeyPosition: 1, required: true}
                - {name: id, logicalType: integer, primaryKey: true, primaryKeyPosition: 2, required: true}
                - {name: more, logicalType: integer, logicalTypeOptions: {maximum: 50}}
                """,
                """
                layer: published
                load: {mode: replaceInterval, interval: {column: day, grain: day}}
                """)
            .sql("tag", "daily", DAILY);
  }

  @Test
  void a_table_that_is_fed_by_files_is_compared_with_its_quarantine_whole_and_in_parts() {
    write("fix/one/feed.csv", "id,day,speed,note\n1,2026-01-01,7,\n1,2026-01-02,101,-\n");
    write("fix/one/existing.csv", "id,day,speed,_delivery\n2,2026-01-01,9,2025\n");
    write("fix/one/expected.csv", "day,id,note\n2026-01-01,1,\"\"\n2026-01-01,2,\n");
    write("fix/one/quarantine.csv", "id,rules\n1,speed_range\n");

    CaseOutcome outcome = run().get(0);

    assertThat(outcome.differences()).isEmpty();
    assertThat(outcome.wasSplit()).isTrue();
    assertThat(outcome.subject().selector()).isEqualTo("tag/fix/one");
  }

  @Test
  void a_wrong_expectation_is_told_row_by_row() {
    write(
        "fix/two/feed.csv",
        "id,day,speed,note\n1,2026-01-01,7,a\n2,2026-01-01,-,\"b,c\"\n3,2026-01-01,200,d\n");
    write("fix/two/expected.csv", "id,day,speed\n1,2026-01-01,8\n4,2026-01-01,\n4,2026-01-01,\n");
    write("fix/two/quarantine.csv", "id,rules\n3,id_required speed_range\n");

    List<Difference> differences = run().get(0).differences();

    String file = "jobs/tag/tests/fix/two/expected.csv";
    assertThat(differences)
        .containsExactly(
            new Difference(
                false,
                "The table: 3 rows missing, 2 rows unexpected.",
                3,
                2,
                List.of(
                    "changed     " + file + ":2  id=1, day=2026-01-01, speed is 7, not 8",
                    "missing     " + file + ":3  id=4, day=2026-01-01, speed=NULL",
                    "missing     " + file + ":4  id=4, day=2026-01-01, speed=NULL",
                    "unexpected  id=2, day=2026-01-01, speed=NULL")),
            new Difference(
                false,
                "Quarantine: 1 row missing, 1 row unexpected.",
                1,
                1,
                List.of(
                    "missing     jobs/tag/tests/fix/two/quarantine.csv:2  id=3, rules=id_required speed_range",
                    "unexpected  id=3, rules=speed_range")));
  }

  @Test
  void a_query_that_looks_further_back_than_it_declares_fails_in_two_parts() {
    write("daily/back/fix.csv", "id,day,speed\n1,2026-01-01,10\n1,2026-01-02,30\n");
    write("daily/back/expected.csv", "day,id,more\n2026-01-01,1,10\n2026-01-02,1,20\n");

    Difference difference = run().get(0).differences().get(0);

    assertThat(difference.isOfSplit()).isTrue();
    assertThat(difference.what())
        .isEqualTo("In two parts: The table: 1 row missing, 1 row unexpected.");
    assertThat(difference.lines().get(0)).endsWith("day=2026-01-02, id=1, more is 30, not 20");

    workspace.write(
        "schemas/tag/daily.odcs.yaml",
        read("schemas/tag/daily.odcs.yaml")
            .replace(
                "layer: published",
                "layer: published\n      transform: {inputs: [{table: tag_curated.fix, lookback: P1D}]}"));
    assertThat(run().get(0).isPassed()).isTrue();
  }

  @Test
  void existing_rows_of_other_intervals_stay_and_a_rule_that_holds_is_told() {
    write("daily/stay/fix.csv", "id,day,speed\n1,2026-01-02,30\n");
    write("daily/stay/existing.csv", "day,id,more\n2026-01-01,1,5\n2026-01-02,9,5\n");
    write("daily/stay/expected.csv", "day,id,more\n2026-01-01,1,5\n2026-01-02,1,30\n");
    write("daily/too_much/fix.csv", "id,day,speed\n1,2026-01-02,51\n");
    write("daily/too_much/expected.csv", "id\n");

    List<CaseOutcome> outcomes = run();

    assertThat(outcomes.get(0).differences()).isEmpty();
    assertThat(outcomes.get(1).differences())
        .containsExactly(
            new Difference(false, "the batch was held by more_range.", 0, 0, List.of()));
  }

  @Test
  void rules_about_deliveries_count_where_a_case_names_them() {
    write("fix/held/feed.csv", "id,day,speed,note\n1,2026-01-01,7,a\n2,2026-01-01,101,b\n");
    write("fix/held/case.yaml", "at: 2026-02-03T04:05:06Z\nholds: [volume, speed_range]\n");
    write("fix/held/expected.csv", "id\n");
    write("fix/not_held/feed.csv", "id,day,speed,note\n1,2026-01-01,7,a\n");
    write("fix/not_held/case.yaml", "holds: [volume, speed_range]\n");
    write("fix/not_held/expected.csv", "id\n");

    List<CaseOutcome> outcomes = run();

    assertThat(Sessions.open().conf().get("spark.sql.adaptive.enabled"))
        .as("the session is as it was")
        .isEqualTo("true");
    assertThat(outcomes.get(0).differences()).isEmpty();
    assertThat(outcomes.get(1).differences())
        .extracting(Difference::what)
        .containsExactly("the batch was held by volume, not by volume, speed_range.");
  }

  @Test
  void texts_that_are_no_values_are_found_at_their_lines_before_anything_runs() {
    write("daily/wrong/fix.csv", "id,day\n1,2026-01-02\n2,2026-13-02\n");
    write("daily/wrong/expected.csv", "id,more\none,\"\"\n");

    var problems = new Problems();
    try (var runs = new CaseRuns(workspace.loaded())) {
      cases(problems).forEach(each -> runs.check(each, problems));
    }

    String place = "jobs/tag/tests/daily/wrong/";
    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            place
                + "expected.csv:2: CASE_INVALID: The text of `id` is no BIGINT. Leave the field empty for NULL.",
            place
                + "expected.csv:2: CASE_INVALID: The text of `more` is no BIGINT. Leave the field empty for NULL.",
            place
                + "fix.csv:3: CASE_INVALID: The text of `day` is no DATE. Write 2026-11-22; leave the field empty for NULL.");
  }

  private void write(String path, String text) {
    workspace.write("jobs/tag/tests/" + path, text);
  }

  private String read(String path) {
    try {
      return java.nio.file.Files.readString(folder.resolve(path));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<TableCase> cases(Problems problems) {
    return TableCases.read(workspace.loaded(), workspace.graph(), problems);
  }

  private List<CaseOutcome> run() {
    var problems = new Problems();
    List<CaseOutcome> outcomes = new ArrayList<>();
    try (var runs = new CaseRuns(workspace.loaded())) {
      List<TableCase> cases = cases(problems);
      cases.forEach(each -> runs.check(each, problems));
      problems.throwIfAny();
      runs.run(cases, outcomes::add);
    }
    return outcomes;
  }
}
