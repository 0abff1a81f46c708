package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

  private static final String TESTS = "jobs/example/tests/";

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void workspace() throws IOException {
    Starter.EXAMPLE.write(folder);
  }

  @Test
  void a_workspace_without_cases_says_so_and_is_fine() {
    Typed typed = type("test");

    assertThat(typed.exitCode()).isZero();
    assertThat(typed.out())
        .isEqualTo(
            """
            There are no cases here yet: nothing was tested.
            A case is a folder jobs/<domain>/tests/<table>/<case>/ with expected.csv.
            """);
  }

  @Test
  void cases_are_told_one_a_line_and_failed_ones_with_their_differences() throws IOException {
    write("hearings_by_court/bad/hearing.csv", "court\nNorth\n");
    write("hearings_by_court/bad/expected.csv", "court\nNorth\n");
    write("hearing/good/court_list.csv", "Hearing No,Court,Date,Result,Minutes\n");
    write("hearing/good/expected.csv", "court\n");
    write("hearing/.notes/nothing", "");
    house.failing = List.of("example/hearings_by_court/bad");

    Typed typed = type("test");

    assertThat(typed.exitCode()).isEqualTo(1);
    assertThat(typed.out())
        .isEqualTo(
            """
            ✓ example/hearing/good  0.0 s, also in two parts
            ✗ example/hearings_by_court/bad  0.0 s, also in two parts
                The table differs.
                  missing
            2 cases: 1 passed, 1 failed.
            """);
    assertThat(type("test", "example/hearing").exitCode()).isZero();
    assertThat(type("test", "example/hearing/good").out()).contains("1 case: 1 passed, 0 failed.");
    assertThat(type("test", "example/hearing/god"))
        .satisfies(wrong -> assertThat(wrong.exitCode()).isEqualTo(2))
        .satisfies(
            wrong ->
                assertThat(wrong.err())
                    .startsWith(
                        "USAGE: `example/hearing/god` is no domain, no table and no case. Did you mean "));
  }

  @Test
  void every_fault_of_every_file_is_told_with_its_line() throws IOException {
    write("hearings_by_court/one/hearing.csv", "hearing_id,minute\n1,2\n2\n");
    write("hearings_by_court/one/haering.csv", "hearing_id\n");
    write("hearings_by_court/one/case.yaml", "at: yesterday\nhold: [x]\nholds: [court_requird]\n");
    write("hearings_by_court/two/expected.csv", "court,court\n");
    write("hearing/three/court_list/example/hearing.csv", "");
    write("hearing/three/expected.csv", "");
    write("hearing/four/court_list.jsonl", "");
    write("hearings/five/expected.csv", "");

    Typed typed = type("test");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err().lines().toList())
        .containsExactly(
            TESTS
                + "hearing/four: CASE_INVALID: The case delivers nothing. The table is fed by court_list.csv, court_list/. Add a file as it is delivered, under the name of its source.",
            TESTS
                + "hearing/four: CASE_INVALID: The case has no `expected.csv`. Write the table as it must be.",
            TESTS
                + "hearing/four/court_list.jsonl: CASE_INVALID: `court_list.jsonl` is no file of a case of example/hearing. Tables are named as inputs, deliveries as sources. Did you mean `court_list.csv`?",
            TESTS
                + "hearing/three/court_list/example/hearing.csv: CASE_INVALID: No delivery of the source lies there. The contract says `files: example/hearings_{delivery_date}.csv`. Below `court_list/` put `hearings_{delivery_date}.csv`.",
            TESTS
                + "hearing/three/expected.csv:1: CASE_INVALID: The file is empty. Its first line names the columns.",
            TESTS
                + "hearings: UNKNOWN_TABLE: There is no table `example/hearings`. Cases stand in jobs/<domain>/tests/<table>/<case>. Did you mean `example/hearing` or `example/hearings_by_court`?",
            TESTS
                + "hearings_by_court/one: CASE_INVALID: The case has no `expected.csv`. Write the table as it must be.",
            TESTS
                + "hearings_by_court/one/case.yaml:1: CASE_INVALID: `at` is no day or time. Write 2026-11-22 or 2026-11-22T05:00:00Z.",
            TESTS
                + "hearings_by_court/one/case.yaml:2: UNKNOWN_KEY: Unknown key `hold`. Did you mean `holds`?",
            TESTS
                + "hearings_by_court/one/case.yaml:3: CASE_INVALID: The table has no rule `court_requird`. Did you mean `court_required`?",
            TESTS
                + "hearings_by_court/one/haering.csv: CASE_INVALID: `haering.csv` is no file of a case of example/hearings_by_court. Tables are named as inputs, deliveries as sources. Did you mean `hearing.csv`?",
            TESTS
                + "hearings_by_court/one/hearing.csv:1: UNKNOWN_COLUMN: `minute` is no column that may stand here. Did you mean `minutes`?",
            TESTS
                + "hearings_by_court/one/hearing.csv:3: CASE_INVALID: The row has 1 fields, the header 2. Put a text that holds a comma in double quotes.",
            TESTS
                + "hearings_by_court/two: CASE_INVALID: The case has no `hearing.csv`. The table, or one of its rules, reads example/hearing. Add the file; a header alone is a table without rows.",
            TESTS
                + "hearings_by_court/two/expected.csv:1: CASE_INVALID: `court` stands twice in the header. Remove one.",
            "`assize explain CASE_INVALID` says more.");
  }

  @Test
  void a_file_alone_lies_where_its_source_looks_for_it_on_the_day_of_the_case() throws IOException {
    write("hearing/one/court_list.csv", "Hearing No\n");
    write("hearing/one/expected.csv", "court\n");
    write("hearing/one/case.yaml", "at: 2026-02-03T04:05:06Z\n");
    write("hearing/two/court_list/hearings_b.csv", "Hearing No\n");
    write("hearing/two/court_list/example/hearings_a.csv", "Hearing No\n");
    write("hearing/two/expected.csv", "court\n");

    assertThat(type("test").exitCode()).isZero();

    assertThat(house.tested)
        .extracting(
            one -> one.deliveries().stream().map(delivery -> delivery.path()).toList().toString())
        .containsExactly(
            "[example/hearings_2026-02-03.csv]",
            "[example/hearings_a.csv, example/hearings_b.csv]");
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(TESTS + path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Typed type(String... words) {
    return Typed.in(folder, house, words);
  }
}
