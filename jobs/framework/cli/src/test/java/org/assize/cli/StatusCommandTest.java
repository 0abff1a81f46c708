package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.core.RunReport;
import org.assize.core.StoredRows;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state of tables as a person reads it; it is Monday 23 November 2026, nine in London. */
class StatusCommandTest {

  private static final DatasetName RAW = new DatasetName("example", Layer.RAW, "court_list");
  private static final DatasetName HEARING = new DatasetName("example", Layer.CURATED, "hearing");
  private static final DatasetName COURTS =
      new DatasetName("example", Layer.PUBLISHED, "hearings_by_court");

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void a_domain_that_ran_at_five() throws IOException {
    Starter.EXAMPLE.write(folder);
    Files.writeString(
        folder.resolve("schemas/example/_domain.yaml"),
        "owner: Courts\nschedule: {cron: '0 5 * * *', timezone: Europe/London}\n");
    for (DatasetName table : List.of(HEARING, COURTS)) {
      house.engine.states.add(
          new TableState(table, Optional.of(3L), Optional.empty(), Optional.of("r1"), List.of()));
    }
    Instant five = Instant.parse("2026-11-23T05:00:04Z");
    List<TableOutcome> outcomes =
        Stream.of(RAW, HEARING, COURTS)
            .map(table -> TableOutcome.of(table, Status.COMMITTED, ""))
            .toList();
    house.engine.recorded.add(new RunReport("r1", "default", five, five.plusSeconds(90), outcomes));
  }

  @Test
  void what_is_complete_is_final() {
    assertThat(typed("status").out())
        .startsWith(
            """
            table                                state  version  complete through  figures  run
            example_curated.hearing              built  3        Mon 23 Nov 05:00  final    r1
            example_published.hearings_by_court  built  3        Mon 23 Nov 05:00  final    r1

            pipeline\
            """);
    assertThat(typed("status", "--json").out())
        .contains("\"completeThrough\" : \"2026-11-23T05:00:00Z\"")
        .contains("\"lastGoodStart\" : \"2026-11-22T05:00:00Z\"")
        .contains("\"figures\" : \"final\"", "\"isLate\" : false")
        .contains("\"nextAt\" : \"2026-11-24T05:00:00Z\"");
  }

  @Test
  void what_was_taken_back_or_is_read_elsewhere_is_said() {
    house.engine.states.clear();
    house.engine.states.add(
        new TableState(
            HEARING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of("prod")));
    house.engine.states.add(
        new TableState(
            COURTS,
            Optional.of(3L),
            Optional.empty(),
            Optional.of("r1"),
            List.of(),
            Optional.of(2L),
            Optional.empty()));

    assertThat(typed("status").out())
        .contains(HEARING + "              read elsewhere ", COURTS + "  rolled back     3 ")
        .contains("→ assize rollback release example/hearings_by_court --reason");
    assertThat(typed("status", "--json").out())
        .contains("\"readIn\" : \"prod\"", "\"rolledBackTo\" : 2");
  }

  @Test
  void undecided_rows_make_figures_provisional_downstream_too() {
    house.engine.rows.put(HEARING.toString(), new StoredRows(OptionalLong.of(9), 2, Map.of()));

    assertThat(typed("status").out())
        .contains(HEARING + "              built  3        Mon 23 Nov 05:00  provisional")
        .contains(COURTS + "  built  3        Mon 23 Nov 05:00  provisional");
  }

  @Test
  void the_digest_says_what_ran_what_is_open_and_what_comes() {
    house.engine.rows.put(HEARING.toString(), new StoredRows(OptionalLong.of(9), 2, Map.of()));

    assertThat(typed("digest", "example").out())
        .isEqualTo(
            """
            example, Courts, Mon 23 Nov 09:00

            3 tables ran since yesterday.
              Mon 23 Nov 05:01  example_raw.court_list  committed
              Mon 23 Nov 05:01  example_curated.hearing  committed, 2 refused rows undecided
              Mon 23 Nov 05:01  example_published.hearings_by_court  committed

            Nothing is open.

            Next:
              Tue 24 Nov 05:00  example__0_5_x_x_x__Europe_London
            """);
    assertThat(typed("digest", "exmple").err())
        .startsWith("USAGE: No domain is called `exmple`. Did you mean `example`?");
  }

  private Typed typed(String... words) {
    return Typed.in(folder, house, words);
  }
}
