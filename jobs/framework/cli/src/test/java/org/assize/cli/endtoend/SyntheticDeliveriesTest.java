package org.assize.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.assize.core.Counts;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.synthetic.Answer;
import org.assize.synthetic.Coverage;
import org.assize.synthetic.DemoDeliveries;
import org.assize.synthetic.TableAnswer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
class SyntheticDeliveriesTest {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 28);
  private static final int DAYS = 3;
  private static final int WEARERS = 4;

  private static final List<String> SOURCE_FED =
      List.of(
          "cases/defendant",
          "cases/hearing",
          "cases/judicial_result",
          "cases/offence",
          "crime/street_crime",
          "electronic_monitoring/device_activation",
          "electronic_monitoring/position");

  private static final Map<String, String> TABLES =
      Map.ofEntries(
          Map.entry("cases/defendant", "cases_curated.defendant"),
          Map.entry("cases/hearing", "cases_curated.hearing"),
          Map.entry("cases/judicial_result", "cases_curated.judicial_result"),
          Map.entry("cases/offence", "cases_curated.offence"),
          Map.entry("cases/offence_outcome", "cases_published.offence_outcome"),
          Map.entry("crime/street_crime", "crime_curated.street_crime"),
          Map.entry("crime/street_crime_summary", "crime_published.street_crime_summary"),
          Map.entry(
              "electronic_monitoring/daily_position",
              "electronic_monitoring_published.daily_position"),
          Map.entry(
              "electronic_monitoring/device_activation",
              "electronic_monitoring_curated.device_activation"),
          Map.entry("electronic_monitoring/position", "electronic_monitoring_curated.position"),
          Map.entry("reference/offence_code", "reference_curated.offence_code"));

  @Test
  void deliveries_taken_in_at_once_come_to_the_known_answer(@TempDir Path folder)
      throws IOException {
    Installation installation = Installation.ofRepository(folder);
    Answer answer = DemoDeliveries.write(installation.landing(), 1, FIRST_DAY, DAYS, WEARERS);

    Map<String, TableOutcome> outcomes = installation.run();

    assertThat(outcomes.values())
        .allSatisfy(
            outcome ->
                assertThat(outcome.status())
                    .as(outcome.table() + ": " + outcome.note())
                    .isIn(Status.COMMITTED, Status.COMMITTED_WITH_WARNINGS));
    for (String table : SOURCE_FED) {
      assertCounts(table, outcomes.get(table), answer.table(table));
    }
    assertTables(installation, answer);
    assertThat(installation.run().values())
        .allSatisfy(outcome -> assertThat(outcome.status()).isEqualTo(Status.UP_TO_DATE));
  }

  @Test
  void deliveries_taken_in_day_by_day_come_to_the_same_tables(@TempDir Path folder)
      throws IOException {
    Installation installation = Installation.ofRepository(folder);
    for (int days = 1; days < DAYS; days++) {
      DemoDeliveries.write(installation.landing(), 1, FIRST_DAY, days, WEARERS);
      installation.run();
    }
    Answer answer = DemoDeliveries.write(installation.landing(), 1, FIRST_DAY, DAYS, WEARERS);

    installation.run();

    assertTables(installation, answer);
  }

  private static void assertCounts(String table, TableOutcome outcome, TableAnswer answer) {
    Map<String, Long> counts = outcome.counts();
    assertThat(counts)
        .as(table)
        .containsEntry(Counts.RECORDS, answer.records())
        .containsEntry(Counts.RECORDS_REFUSED, answer.refused())
        .containsEntry(Counts.ROWS, answer.rows())
        .containsEntry(Counts.QUARANTINED, answer.quarantined())
        .containsEntry(Counts.REPEATS, answer.repeats())
        .containsEntry(Counts.NEW, answer.committed());
    assertThat(counts.get(Counts.SUPERSEDING) + counts.get(Counts.STALE))
        .as(table)
        .isEqualTo(answer.outdated());
    assertThat(outcome.broken()).as(table).containsExactlyInAnyOrderEntriesOf(answer.broken());
  }

  private static void assertTables(Installation installation, Answer answer) {
    assertThat(installation.counts(TABLES)).isEqualTo(committed(answer));
    List<Coverage> coverage =
        installation
            .query(
                "SELECT day, person_id, positions, first_fix_at, last_fix_at,"
                    + " longest_gap_minutes, gaps_over_30_minutes"
                    + " FROM electronic_monitoring_published.daily_position")
            .stream()
            .map(SyntheticDeliveriesTest::coverage)
            .toList();
    assertThat(coverage).containsExactlyInAnyOrderElementsOf(answer.coverage());
  }

  private static Map<String, Long> committed(Answer answer) {
    return answer.tables().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, table -> table.getValue().committed()));
  }

  private static Coverage coverage(Row row) {
    return new Coverage(
        row.getDate(0).toLocalDate(),
        row.getLong(1),
        row.getLong(2),
        instant(row, 3),
        instant(row, 4),
        row.getLong(5),
        row.getLong(6));
  }

  private static Instant instant(Row row, int column) {
    return row.getTimestamp(column).toInstant();
  }
}
