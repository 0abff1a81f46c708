package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.core.RuleResult.Effect;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityReportTest {

  private static final String CONTRACT = "schemas/example/hearing.odcs.yaml";
  private static final DatasetName HEARING = new DatasetName("example", Layer.CURATED, "hearing");

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void workspace() throws IOException {
    Starter.EXAMPLE.write(folder);
    house.engine.rows.put(Readings.TABLE, Readings.ROWS);
    replace(
        "{name: result, logicalType: string,",
        "{name: result, logicalType: string, classification: restricted,");
    replace(
        "customProperties:",
        """
            quality:
              - {id: usual_size, type: custom, engine: assize, implementation: {measure: rowCount, usual: {strategy: robustZ, limit: 3}}, dimension: completeness}
              - {id: longest, type: custom, engine: assize, implementation: {measure: maximum, column: minutes, mustBeLessThan: 900}, dimension: accuracy}
              - {id: results, type: custom, engine: assize, implementation: {measure: distinctValues, column: result, mustBeLessThan: 50}, dimension: consistency}
              - {id: marked_up, type: custom, engine: assize, implementation: minutes > 1, description: "<script>alert('&')</script> & more", customProperties: [{property: assize, value: {exempt: {until: "2999-12-31", reason: "Known <b>fault</b>", approver: "Court data team"}}}]}
        customProperties:""");
  }

  @Test
  void the_first_page_shows_how_every_table_stands() throws IOException {
    measured();

    Typed typed = type("quality", "report");

    assertThat(typed.exitCode()).as(typed.toString()).isZero();
    assertThat(typed.out())
        .startsWith(folder.resolve("quality-report/index.html") + ": 2 tables\n");
    assertThat(page("index.html"))
        .contains("<a href=\"example.hearing.html\">Hearing</a>")
        .contains("Published with warnings")
        .contains("4,812")
        .contains("Not run yet")
        .contains("23 November 2026, 09:00 GMT");
  }

  @Test
  void a_table_is_told_in_sentences_grouped_by_dimension() throws IOException {
    measured();

    type("quality", "report");

    assertThat(page("example.hearing.html"))
        .contains("<h3>Completeness</h3>", "<h3>Validity</h3>", "<h3>Accuracy</h3>")
        .contains("Every row has a value of hearing_id.")
        .contains("minutes is at least 0 and at most 600.")
        .contains("Must be as usual: within 3 robust deviations of the median.")
        .contains("3 of 200 rows broke it (1.50%).")
        .contains("Measured 203 rows. Usual is 180 to 220.")
        .contains("heard_on_type</code></th><td")
        .contains("31 December 2999", "Court data team")
        .contains("24 October 2026, 07:00 BST", "Contract version 1.0.0.");
  }

  @Test
  void a_trend_says_in_words_what_it_shows_and_marks_held_batches() throws IOException {
    measured();

    type("quality", "report");

    assertThat(page("example.hearing.html"))
        .contains("<title id=\"t-usual_size-t\">Trend over 4 batches</title>")
        .contains(
            "From 24 October 2026 to 27 October 2026: between 60 rows and 207 rows, last 203 rows."
                + " Usual for the last: 180 rows to 220 rows. 1 batch was held back.")
        .contains("class=\"held\"", "class=\"band\"");
  }

  @Test
  void marks_in_the_words_of_a_contract_are_words() throws IOException {
    measured();

    type("quality", "report");

    assertThat(page("example.hearing.html"))
        .contains("&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt; &amp; more.")
        .contains("Known &lt;b&gt;fault&lt;/b&gt;")
        .doesNotContain("<script", "<b>");
  }

  @Test
  void no_figure_is_the_value_of_a_row_or_made_of_restricted_values() throws IOException {
    house.engine.measurements.add(new Readings("longest", "maximum").of(0, 587.25, Effect.NONE));
    house.engine.measurements.add(new Readings("longest", "maximum").of(1, 588.25, Effect.NONE));
    house.engine.measurements.add(
        new Readings("results", "distinct_values").of(0, 37.125, Effect.NONE));
    house.engine.measurements.add(
        new Readings("results", "distinct_values").of(1, 38.125, Effect.NONE));

    Typed typed = type("quality", "report", "--json");

    // The name of the folder has random digits in it.
    assertThat(everything() + typed.out().replace(folder.toString(), ""))
        .contains("Not shown: the figure would be the value of a row.")
        .contains("Not shown: the figure is made of restricted values.")
        .contains("<li><code>result</code></li>")
        .doesNotContain("587", "588", "37.1", "38.1");
  }

  @Test
  void every_page_is_well_formed_and_can_be_read_without_eyes() throws IOException {
    measured();
    house.engine.states.add(state(List.of("batch9")));

    type("quality", "report");

    try (Stream<Path> files = Files.list(folder.resolve("quality-report"))) {
      files.forEach(Accessible::check);
    }
    assertThat(page("example.hearing.html")).contains("assize quality accept batch9 --reason");
  }

  @Test
  void pages_of_tables_that_are_gone_go_and_other_files_stay() throws IOException {
    type("quality", "report", "--out", "site");
    Files.writeString(folder.resolve("site/notes.html"), "<p>mine</p>");
    Files.move(folder.resolve("site/example.hearing.html"), folder.resolve("site/old.gone.html"));

    Typed typed = type("quality", "report", "example/hearings_by_court", "--out", "site");

    assertThat(typed.exitCode()).as(typed.toString()).isZero();
    assertThat(folder.resolve("site"))
        .isDirectoryContaining("glob:**/{index,notes,example.hearings_by_court}.html")
        .isDirectoryNotContaining("glob:**/{old.gone,example.hearing}.html");
  }

  @Test
  void an_unknown_table_and_a_file_for_a_folder_are_told_at_once() throws IOException {
    assertThat(type("quality", "report", "example/haering"))
        .satisfies(typed -> assertThat(typed.exitCode()).isEqualTo(2))
        .satisfies(typed -> assertThat(typed.err()).contains("or `example/hearing`?"));
    Files.writeString(folder.resolve("taken"), "");
    assertThat(type("quality", "report", "--out", "taken").err())
        .startsWith("USAGE: " + folder.resolve("taken") + " is a file. Name a folder with --out.");
    assertThat(house.engine.opened).isZero();
  }

  private void measured() {
    var size = new Readings("usual_size", "row_count");
    house.engine.measurements.addAll(
        List.of(
            size.of(0, 200, Effect.NONE),
            size.usual(1, 207, Effect.NONE),
            size.usual(2, 60, Effect.HELD),
            size.usual(3, 203, Effect.NONE),
            new Readings("minutes_range", "broken_rows").of(3, 3, Effect.WARNED)));
    house.engine.recorded.add(
        new RunReport(
            "run3",
            "default",
            Readings.FIRST,
            Readings.FIRST,
            List.of(TableOutcome.of(HEARING, Status.COMMITTED_WITH_WARNINGS, ""))));
  }

  private static TableState state(List<String> held) {
    return new TableState(
        HEARING,
        java.util.Optional.of(1L),
        java.util.Optional.of(Instant.EPOCH),
        java.util.Optional.of("run3"),
        held);
  }

  private void replace(String old, String now) throws IOException {
    Path file = folder.resolve(CONTRACT);
    String before = Files.readString(file);
    assertThat(before).contains(old);
    Files.writeString(
        file,
        before.replaceFirst(
            java.util.regex.Pattern.quote(old), java.util.regex.Matcher.quoteReplacement(now)));
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.resolve("quality-report").resolve(name));
  }

  private String everything() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("quality-report"))) {
      for (Path file : files.toList()) {
        all.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return String.join("\n", all);
  }

  private Typed type(String... words) {
    return Typed.in(folder, house, words);
  }
}
