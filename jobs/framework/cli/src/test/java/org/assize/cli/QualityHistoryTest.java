package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assize.cli.text.Console;
import org.assize.cli.text.Console.Screen;
import org.assize.cli.text.Style;
import org.assize.core.RuleResult.Effect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityHistoryTest {

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void measured() throws IOException {
    Starter.EXAMPLE.write(folder);
    Path contract = folder.resolve("schemas/example/hearing.odcs.yaml");
    Files.writeString(
        contract,
        Files.readString(contract)
            .replace(
                "customProperties:",
                """
                    quality:
                      - {id: size, type: custom, engine: assize, implementation: {measure: rowCount, usual: {strategy: relativeChange, limit: 0.1}}}
                      - {id: longest, type: custom, engine: assize, implementation: {measure: maximum, column: minutes, mustBeLessThan: 900}}
                customProperties:"""));
    var size = new Readings("size", "row_count");
    house.engine.measurements.addAll(
        List.of(
            size.of(0, 200, Effect.NONE),
            size.usual(1, 207.5, Effect.NONE),
            size.usual(2, 60, Effect.HELD),
            size.usual(3, 203, Effect.NONE),
            new Readings("longest", "maximum").of(3, 587.25, Effect.NONE)));
  }

  @Test
  void figures_stand_in_a_line_where_there_is_no_terminal() {
    Typed typed = type("quality", "history", "example/hearing");

    assertThat(typed.exitCode()).as(typed.toString()).isZero();
    assertThat(typed.out())
        .startsWith("rule ")
        .containsPattern("size +200 207.5 60! 203 +203  180 to 220  met\n")
        .containsPattern("court_required +not measured yet\n")
        .endsWith("(! held back)\n")
        .doesNotContain("▁", "587");
  }

  @Test
  void a_terminal_shows_blocks_and_marks_what_was_held() {
    var out = new ByteArrayOutputStream();
    var to = new PrintStream(out, true, StandardCharsets.UTF_8);
    var console =
        new Console(to, to, Style.COLOURED, Style.COLOURED, Screen.TERMINAL, Screen.TERMINAL);

    int exitCode =
        new CommandTree(new Surroundings(console, folder, Map.of(), Typed.CLOCK, house))
            .run("quality", "history", "example/hearing");

    assertThat(exitCode).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("██\u001b[31m✕\u001b[0m█", "(✕ held back)");
  }

  @Test
  void a_rule_is_told_batch_by_batch() {
    assertThat(type("quality", "history", "example/hearing", "size", "--last", "2").out())
        .isEqualTo(
            """
            size: Number of rows.
            Must be within 10% of the batch before.
            batch of           rows  of rows  usual       outcome         batch
            2026-10-26 06:00Z    60      200  180 to 220  held the batch  batch2
            2026-10-27 06:00Z   203      200  180 to 220  met             batch3
            """);
  }

  @Test
  void a_figure_that_is_a_value_of_a_row_is_left_out_everywhere() {
    Typed words = type("quality", "history", "example/hearing", "longest");
    Typed json = type("quality", "history", "example/hearing", "longest", "--json");

    assertThat(words.out()).contains("Not shown: the figure would be the value of a row.");
    assertThat(json.out()).contains("\"figure\" : null");
    assertThat(words.out() + json.out()).doesNotContain("587");
  }

  @Test
  void what_is_not_there_is_told_with_the_nearest_name() {
    assertThat(type("quality", "history", "example/hearing", "sice"))
        .satisfies(typed -> assertThat(typed.exitCode()).isEqualTo(2))
        .satisfies(
            typed ->
                assertThat(typed.err())
                    .startsWith(
                        "USAGE: The table example/hearing has no rule `sice`. Did you mean `size`?"));
    assertThat(type("quality", "history", "example").err())
        .startsWith("USAGE: `example` is not one table with a contract. ")
        .contains("`example/hearing`");
    assertThat(type("quality", "history", "example/court_list").err())
        .startsWith("USAGE: `example/court_list` is not one table with a contract. Raw tables");
    assertThat(type("quality", "history", "example/haering").err()).startsWith("UNKNOWN_TABLE: ");
  }

  private Typed type(String... words) {
    return Typed.in(folder, house, words);
  }
}
