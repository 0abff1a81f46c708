package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows the text of a practice workspace: finds its five faults by its verbs, and mends them. */
@Tag("spark")
class PracticeTest {

  @Test
  void each_fault_is_found_by_the_verb_that_the_text_names_and_all_can_be_mended(
      @TempDir Path folder) throws Exception {
    assertThat(type(folder, "init", "--practice").out()).contains("Next: read PRACTICE.md.");
    Typed first = type(folder, "check");
    assertThat(first.exitCode()).isEqualTo(2);
    assertThat(first.err().lines().filter(line -> line.contains(": ")))
        .satisfiesExactly(
            line -> assertThat(line).contains("hearings_by_court.sql:1: SQL_INVALID: "),
            line -> assertThat(line).contains("sitting.odcs.yaml:12: YAML_SYNTAX: "));
    var page = new ToldPage[1];
    page[0] =
        new ToldPage(
            folder,
            word ->
                word.equals("BATCH")
                    ? page[0].id("held by .*\n.*quality accept ([0-9a-f]{32})")
                    : word);

    page[0].follow(folder.resolve("PRACTICE.md").toString());

    assertThat(page[0].commands()).isEqualTo(11);
    assertThat(page[0].changes()).isEqualTo(3);
    assertThat(type(folder, "run").exitCode()).isZero();
  }

  private static Typed type(Path folder, String... words) {
    return Typed.in(folder, new SparkHouse(), words);
  }
}
