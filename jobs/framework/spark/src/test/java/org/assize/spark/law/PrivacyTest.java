package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.assize.core.RunReport;
import org.assize.spark.Engine;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Law 8: no personal value in output, errors, reports, ledger or any table's log. */
@SparkTest
class PrivacyTest {

  private static final String SECRET = "Zyxwvut-Secretname";

  @TempDir Path folder;

  @Test
  void a_planted_value_is_found_in_no_output_no_ledger_and_no_log(SparkSession spark)
      throws IOException {
    TestWorkspace workspace = people();
    workspace.deliver(
        "people/2026-01-01.csv",
        "person_id,name,born",
        "1," + SECRET + ",2000-01-01",
        "2," + SECRET + "," + SECRET,
        "3," + SECRET + ",2000-01-01,too,many",
        SECRET + "," + SECRET + ",2000-01-01");
    var captured = new ByteArrayOutputStream();
    PrintStream err = System.err;
    PrintStream out = System.out;
    var both = new PrintStream(captured, true, StandardCharsets.UTF_8);
    System.setErr(both);
    System.setOut(both);
    RunReport report;
    try {
      report = workspace.run();
      try (Engine engine = workspace.engine()) {
        engine.record(report);
      }
    } finally {
      System.setErr(err);
      System.setOut(out);
    }

    assertThat(report.exitCode()).as(report.tables().toString()).isZero();
    assertThat(TestWorkspace.outcome(report, "hr_curated.person").counts())
        .containsEntry("quarantined", 3L);
    assertThat(report.toString()).doesNotContain(SECRET);
    assertThat(captured.toString(StandardCharsets.UTF_8)).doesNotContain(SECRET);
    assertThat(workspace.query("SELECT * FROM hr_quarantine.person").collectAsList().toString())
        .doesNotContain(SECRET);
    assertThat(bytesOfLogsAndLedger()).doesNotContain(SECRET);
  }

  @Test
  void a_column_is_masked_when_a_part_of_it_is_classified(SparkSession spark) {
    TestWorkspace workspace =
        new TestWorkspace(folder)
            .contract(
                "hr",
                "person",
                """
                - {name: person_id, logicalType: integer, required: true, logicalTypeOptions: {minimum: 0}}
                - {name: home, logicalType: object, properties: [{name: town, logicalType: string, classification: restricted}]}
                - {name: names, logicalType: array, items: {logicalType: string, classification: restricted}}
                """,
                """
                layer: curated
                sources: [{name: people, files: "people/{day}.jsonl", format: jsonl}]
                load: {mode: append}
                """);
    workspace.deliver(
        "people/1.jsonl",
        "{\"person_id\": -1, \"home\": {\"town\": \""
            + SECRET
            + "\"}, \"names\": [\""
            + SECRET
            + "\"]}");
    workspace.run();
    String row =
        workspace
            .query("SELECT row_id FROM hr_quarantine.person")
            .collectAsList()
            .get(0)
            .getString(0);

    try (Engine engine = workspace.engine()) {
      var contract = workspace.loaded().contracts().get(0);
      assertThat(engine.payload(contract, row, "somebody", Optional.empty()).toString())
          .contains("person_id", "-1")
          .doesNotContain(SECRET);
      assertThat(engine.payload(contract, row, "somebody", Optional.of("to see")).toString())
          .contains(SECRET);
    }
  }

  private TestWorkspace people() {
    return new TestWorkspace(folder)
        .contract(
            "hr",
            "person",
            """
            - {name: person_id, logicalType: integer, primaryKey: true, required: true}
            - {name: name, logicalType: string, classification: restricted, logicalTypeOptions: {minLength: 2}}
            - {name: born, logicalType: date, classification: restricted}
            """,
            """
            layer: curated
            sources: [{name: people, files: "people/{delivery_date}.csv", format: csv}]
            load: {mode: merge, latestBy: [_delivery_date]}
            """);
  }

  private String bytesOfLogsAndLedger() throws IOException {
    var all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve("warehouse"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean isLogOrLedger =
            file.toString().contains("_delta_log") || file.toString().contains("/ops/");
        if (isLogOrLedger) {
          all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return all.toString();
  }
}
