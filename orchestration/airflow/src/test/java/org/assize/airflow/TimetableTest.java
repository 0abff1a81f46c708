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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /** Both changes of clocks in London, one in New York, the last of February. */
  private static final List<String> SPANS =
      List.of(
          "Europe/London,2026-03-25T00:00:00Z,2026-04-02T00:00:00Z",
          "Europe/London,2026-10-20T00:00:00Z,2026-11-05T00:00:00Z",
          "America/New_York,2026-03-05T00:00:00Z,2026-03-12T00:00:00Z",
          "UTC,2027-12-25T00:00:00Z,2028-03-05T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void intervals_are_those_of_airflow() throws Exception {
    AirflowPython airflow = AirflowPython.installed(folder);
    List<String> words = new ArrayList<>(SPANS);
    words.add("--");
    words.addAll(CRONS);

    List<String> theirs = airflow.lines("intervals.py", words.toArray(String[]::new));

    List<String> ours = new ArrayList<>();
    for (String span : SPANS) {
      String[] parts = span.split(",", -1);
      for (String cron : CRONS) {
        ours.addAll(ours(parts[0], Instant.parse(parts[1]), Instant.parse(parts[2]), cron));
      }
    }
    assertThat(theirs).hasSizeGreaterThan(1000).containsExactlyElementsOf(ours);
  }

  /** Airflow begins the last interval by the limit; when it ends does not matter. */
  private static List<String> ours(String zone, Instant from, Instant until, String cron) {
    var occurrences = new Occurrences(Cron.parse(cron), ZoneId.of(zone));
    List<String> intervals = new ArrayList<>();
    Instant start = occurrences.next(from.minusMillis(1));
    while (!start.isAfter(until)) {
      Instant end = occurrences.next(start);
      intervals.add(String.join("|", zone, cron, start.toString(), end.toString()));
      start = end;
    }
    return intervals;
  }
}
