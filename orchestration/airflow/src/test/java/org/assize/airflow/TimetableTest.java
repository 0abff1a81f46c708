package org.assize.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.assize.contract.Cron;
import org.assize.core.schedule.Occurrences;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A schedule means the same in one process and on Airflow, also when clocks change. */
@Tag("airflow")
class TimetableTest {

  private static final List<String> CRONS =
      List.of(
          "0 0 * * *",
          "0 2 * * *",
          "30 1 * * *",
          "0 * * * *",
          "*/30 * * * *",
          "5/20 * * * *",
          "0 */2 * * *",
          "0 1-3 * * *",
          "15 0,1,2 * * *",
          "59 23 * * *",
          "0 7 * * MON",
          "0 7 1 * *",
          "0 0 13 * 5",
          "0 5 29 2 *",
          "0 12 * 1-3,10 1-5");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "Europe/London, 2026-03-25T00:00:00Z, 2026-04-02T00:00:00Z",
    "Europe/London, 2026-10-20T00:00:00Z, 2026-11-05T00:00:00Z",
    "America/New_York, 2026-03-05T00:00:00Z, 2026-03-12T00:00:00Z",
    "UTC, 2027-12-25T00:00:00Z, 2028-03-05T00:00:00Z"
  })
  void intervals_are_those_of_airflow(String zone, Instant from, Instant until) throws Exception {
    AirflowPython airflow = AirflowPython.installed(folder);
    List<String> words = new ArrayList<>(List.of(zone, from.toString(), until.toString()));
    words.addAll(CRONS);

    List<String> theirs = airflow.lines("intervals.py", words.toArray(String[]::new));

    List<String> ours = new ArrayList<>();
    for (String cron : CRONS) {
      var occurrences = new Occurrences(Cron.parse(cron), ZoneId.of(zone));
      Instant start = occurrences.next(from.minusMillis(1));
      // Airflow begins the last interval by the limit; when it ends does not matter.
      while (!start.isAfter(until)) {
        Instant end = occurrences.next(start);
        ours.add(cron + "|" + start + "|" + end);
        start = end;
      }
    }
    assertThat(theirs).hasSizeGreaterThan(100).containsExactlyElementsOf(ours);
  }
}
