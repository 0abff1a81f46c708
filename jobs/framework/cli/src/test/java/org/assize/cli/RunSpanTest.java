package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assize.core.TableTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSpanTest {

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void workspace() throws IOException {
    Starter.EXAMPLE.write(folder);
  }

  @Test
  void a_span_restricts_derived_tables_only() {
    run("run", "--from", "2026-11-20", "--to", "2026-11-22");

    assertThat(house.engine.ran)
        .extracting(task -> task.interval().map(Object::toString).orElse(""))
        .containsExactly("", "", "2026-11-20T00:00:00Z/2026-11-22T00:00:00Z");
  }

  @Test
  void a_span_without_an_end_lasts_until_now() {
    run("run", "--from", "2026-11-20T06:00");

    assertThat(house.engine.ran.get(2).interval().orElseThrow())
        .hasToString("2026-11-20T06:00:00Z/2026-11-23T09:00:00Z");
  }

  @Test
  void of_spans_that_touch_each_interval_belongs_to_the_one_where_it_starts() throws IOException {
    byDay();

    run("run", "--from", "2026-03-27T05:00Z", "--to", "2026-03-28T05:00Z", "--starting");
    run("run", "--from", "2026-03-28T05:00Z", "--to", "2026-03-29T04:00Z", "--starting");
    Typed none =
        run("run", "--from", "2026-03-29T04:00Z", "--to", "2026-03-29T05:00Z", "--starting");

    assertThat(house.engine.ran)
        .filteredOn(task -> task.interval().isPresent())
        .extracting(task -> task.interval().orElseThrow().toString())
        .containsExactly(
            "2026-03-28T00:00:00Z/2026-03-29T00:00:00Z",
            "2026-03-29T00:00:00Z/2026-03-29T23:00:00Z");
    assertThat(none.exitCode()).isZero();
    assertThat(house.engine.ran).hasSize(3 + 3 + 2);
  }

  private void byDay() throws IOException {
    Path contract = folder.resolve("schemas/example/hearings_by_court.odcs.yaml");
    Files.writeString(
        contract,
        Files.readString(contract)
            .replace(
                "load: {mode: replace}",
                "load: {mode: replaceInterval,"
                    + " interval: {column: heard_on, grain: day, timezone: Europe/London}}")
            .replace(
                "    properties:\n",
                "    properties:\n      - {name: heard_on, logicalType: date, required: true}\n"));
    Path source = folder.resolve("schemas/example/hearing.odcs.yaml");
    Files.writeString(
        source,
        Files.readString(source)
            .replace(
                "latestBy: [_delivery_date]}",
                "latestBy: [_delivery_date],"
                    + " interval: {column: heard_on, grain: day, timezone: Europe/London}}"));
  }

  @Test
  void a_span_that_means_nothing_is_refused() {
    assertThat(run("run", "--to", "2026-11-20").err())
        .isEqualTo(
            "USAGE: `--to` needs `--from`. Say from which day on, for example --from 2026-11-22.\n");
    assertThat(run("run", "--from", "20 Nov").err())
        .startsWith("USAGE: `20 Nov` is no day or time. Write 2026-11-22,");
    assertThat(run("run", "--from", "2026-11-20", "--to", "2026-11-20").err())
        .startsWith("USAGE: `--from` must be before `--to`.");
    assertThat(run("run", "example/hearing", "--from", "2026-11-20").err())
        .startsWith("USAGE: `--from` restricts derived tables, and none is chosen.");
    assertThat(house.engine.opened).isZero();
  }

  @Test
  void restating_asks_which_tables() {
    Typed all = run("run", "--restate");
    run("run", "example/hearing", "--restate");

    assertThat(all.exitCode()).isEqualTo(2);
    assertThat(all.err()).startsWith("USAGE: `--restate` must be told which tables.");
    assertThat(house.engine.ran).hasSize(2).allMatch(TableTask::restate);
  }

  private Typed run(String... words) {
    return Typed.in(folder, house, words);
  }
}
