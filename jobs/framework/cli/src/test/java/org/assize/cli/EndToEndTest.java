package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs over the real engine. */
@Tag("spark")
class EndToEndTest {

  @TempDir private Path folder;

  @Test
  void a_new_workspace_runs_quarantines_and_has_nothing_left_to_do() throws IOException {
    Starter.EXAMPLE.write(folder);

    Typed first = type("run");

    assertThat(first.exitCode()).as(first.toString()).isZero();
    assertThat(first.out())
        .containsPattern("example/hearing +committed +8 += 6 +\\+ 1 +\\+ 1 ")
        .contains("example/hearing  rows that broke a rule: heard_on_type 1")
        .contains("assize quarantine list example/hearing");
    assertThat(type("run").out()).isEqualTo("Nothing to do: 3 tables are up to date\n");
    assertThat(
            type(
                    "query",
                    "SELECT court, minutes FROM example_published.hearings_by_court"
                        + " ORDER BY court")
                .out())
        .isEqualTo(
            """
            court                     minutes
            North Crown Court             325
            South Magistrates' Court       25
            West Magistrates' Court        25
            (3 rows)
            """);
    assertThat(type("status").out()).containsPattern("example_quarantine.hearing +built +\\d");
    assertThat(type("ops", "rebuild").exitCode()).isZero();
  }

  @Test
  void a_report_is_kept_and_shown_again() throws IOException {
    Starter.EXAMPLE.write(folder);
    Typed run = type("run", "--json");

    String id = run.out().replaceAll("(?s).*\"runId\" : \"([^\"]+)\".*", "$1");

    assertThat(type("run", "show", id, "--json")).isEqualTo(run);
  }

  @Test
  void a_hold_ends_with_4_and_is_committed_once_it_is_accepted() throws IOException {
    Starter.EXAMPLE.write(folder);
    Path contract = folder.resolve("schemas/example/hearing.odcs.yaml");
    Files.writeString(
        contract,
        Files.readString(contract)
            .replace(
                "customProperties:",
                "    quality:\n      - {id: many, metric: rowCount, mustBeGreaterThan: 1000}\n"
                    + "customProperties:"));

    Typed held = type("run");
    String batch = held.out().replaceAll("(?s).*assize quality accept (\\w+) .*", "$1");
    Typed accepted = type("quality", "accept", batch, "--reason", "Only an example");

    assertThat(held.exitCode()).as(held.toString()).isEqualTo(4);
    assertThat(held.out()).contains("example/hearings_by_court  skipped: ");
    assertThat(accepted.exitCode()).as(accepted.toString()).isZero();
    assertThat(type("query", "SELECT count(*) AS n FROM example_curated.hearing").out())
        .contains("\n6\n");
  }

  @Test
  void the_quality_report_counts_rows_and_holds_no_value_of_one() throws IOException {
    Starter.EXAMPLE.write(folder);
    Path contract = folder.resolve("schemas/example/hearing.odcs.yaml");
    Files.writeString(
        contract,
        Files.readString(contract)
            .replace("{name: result,", "{name: result, classification: restricted,")
            .replace(
                "customProperties:",
                """
                    quality:
                      - {id: short, type: custom, engine: assize, implementation: {measure: maximum, column: minutes, mustBeLessThan: 999}}
                      - {id: results, type: custom, engine: assize, implementation: {measure: distinctValues, column: result, mustBeLessThan: 999}}
                customProperties:"""));
    Path landed = folder.resolve("landing/example/hearings_2026-11-02.csv");
    Files.writeString(landed, Files.readString(landed).replace("Acquitted,240", "Zquilled,587"));
    type("run");

    Typed typed = type("quality", "report", "--json");

    assertThat(typed.exitCode()).as(typed.toString()).isZero();
    assertThat(typed.out())
        .contains("\"visible\" : 6,", "\"refused\" : 1,", "\"heard_on_type\" : 1");
    String pages =
        Files.readString(folder.resolve("quality-report/index.html"))
            + Files.readString(folder.resolve("quality-report/example.hearing.html"));
    assertThat(pages)
        .contains("Published, rows refused", "1 of 8 rows broke it (12.5%).")
        .doesNotContain("Zquilled", "Adjourned", "587", "Crown Court", "North", "1001");
    assertThat(type("profile", "example/hearing").out())
        .containsPattern("heard_on +date +0 +4 +2026-10-26 … 2026-10-29")
        .containsPattern("result \\(restricted\\) +string +1 +5 +4 … 17 +Aaaaaaaaa 2 ")
        .contains("(6 rows)")
        .doesNotContain("Zquilled", "Crown");
  }

  @Test
  void a_query_that_cannot_be_answered_says_why() throws IOException {
    Starter.EXAMPLE.write(folder);

    assertThat(type("query", "SELECT count(*) FROM example_curated.hearing"))
        .extracting(Typed::exitCode)
        .isEqualTo(5);
    assertThat(type("query", "SELECT * FROM example_curated.haering").err())
        .startsWith("UNKNOWN_TABLE: No table is called `example_curated.haering`.")
        .contains("Did you mean `example_curated.hearing`?");
    assertThat(type("query", "SELECT nope FROM (SELECT 1 AS a)"))
        .satisfies(typed -> assertThat(typed.exitCode()).isEqualTo(2))
        .satisfies(typed -> assertThat(typed.err()).startsWith("SQL_INVALID: The query cannot"));
    assertThat(type("query", "WITH a AS (SELECT 1) INSERT INTO x.y SELECT * FROM a").err())
        .contains("SQL_FORBIDDEN: ");
  }

  @Test
  void a_query_is_drafted_checked_and_run() throws IOException {
    Starter.EXAMPLE.write(folder);
    Files.writeString(
        folder.resolve("jobs/example/results.sql"),
        """
        SELECT coalesce(result, 'none') AS result, count(*) AS hearings, max(heard_on) AS last_day
        FROM example_curated.hearing
        GROUP BY ALL
        """);

    Typed drafted = type("new", "--from", "jobs/example/results.sql");

    assertThat(drafted.out())
        .startsWith("schemas/example/results.odcs.yaml: 3 columns; key result\n");
    assertThat(type("run", "+example/results").exitCode()).isZero();
    assertThat(type("query", "SELECT * FROM example_published.results ORDER BY 1 LIMIT 1").out())
        .isEqualTo(
            """
            result     hearings  last_day
            Acquitted         1  2026-10-29
            (1 row)
            """);
  }

  @Test
  void drafts_of_published_data_run_and_refuse_no_row() throws IOException {
    Path crimes = SharedData.file("police-street-crime/police-uk-2018-12-merseyside-street.csv");
    Path offences = SharedData.file("cjs-reference/cjs-offences.json");
    Path positions = SharedData.file("crime-matching/derived/positions.csv");
    Starter.EXAMPLE.write(folder);
    draft("trial/crime", crimes, "trial/" + crimes.getFileName());
    draft("trial/offence", offences, "trial/2026-11-23/cjs-offences.json");
    draft("trial/position", positions, "trial/2026-11-23/positions.csv");

    Typed run = type("run", "trial");

    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .containsPattern("trial/crime +committed +12,636 += 12,636 ")
        .containsPattern("trial/offence +committed +15,352 += 15,352 ")
        .containsPattern("trial/position +committed +2,262 += 2,262 ")
        .doesNotContain("quarantined");
  }

  private void draft(String table, Path sample, String delivered) throws IOException {
    Typed drafted = type("new", table, "--from", sample.toString());
    assertThat(drafted.exitCode()).as(drafted.toString()).isZero();
    Path target = folder.resolve("landing").resolve(delivered);
    Files.createDirectories(target.getParent());
    Files.copy(sample, target);
  }

  private Typed type(String... words) {
    return Typed.in(folder, new SparkHouse(), words);
  }
}
