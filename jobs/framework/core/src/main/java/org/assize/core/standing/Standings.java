package org.assize.core.standing;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.DatasetName;
import org.assize.core.Counts;
import org.assize.core.Definition;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.standing.TableStanding.Ended;
import org.assize.core.standing.TableStanding.Hold;

/** Reads how tables stand from the reports of runs. */
public final class Standings {

  private static final Set<Status> GOOD =
      Set.of(
          Status.COMMITTED,
          Status.COMMITTED_WITH_WARNINGS,
          Status.UP_TO_DATE,
          Status.DONE_ELSEWHERE);
  private static final Set<Status> BROUGHT =
      Set.of(Status.COMMITTED, Status.COMMITTED_WITH_WARNINGS);

  private final Map<DatasetName, List<Ended>> ends = new LinkedHashMap<>();

  private Standings(List<RunReport> newestFirst) {
    for (RunReport report : newestFirst) {
      for (TableOutcome outcome : report.tables()) {
        ends.computeIfAbsent(outcome.table(), key -> new ArrayList<>())
            .add(new Ended(report.runId(), report.startedAt(), report.endedAt(), outcome));
      }
    }
  }

  /**
   * How each table stands, inputs first.
   *
   * @param definitions every table, inputs first
   * @param newestFirst reports of all runs
   * @param held ids of batches that wait for a decision, each with the time from which it waits
   *     where no report tells, by table
   * @param refused rows that wait in quarantines, by table
   */
  public static Map<DatasetName, TableStanding> of(
      Collection<Definition> definitions,
      List<RunReport> newestFirst,
      Map<DatasetName, Map<String, Instant>> held,
      Map<DatasetName, Long> refused) {
    var standings = new Standings(newestFirst);
    Map<DatasetName, TableStanding> all = new LinkedHashMap<>();
    for (Definition definition : definitions) {
      DatasetName table = definition.table();
      List<Hold> holds = standings.holds(table, held.getOrDefault(table, Map.of()));
      Instant firstHold = holds.stream().map(Hold::begunAt).min(naturalOrder()).orElse(Instant.MAX);
      all.put(
          table,
          new TableStanding(
              table,
              standings.goodAt(table, Instant.MAX),
              standings.goodAt(table, firstHold),
              standings.deliveredAt(definition),
              standings.of(table).stream().findFirst(),
              standings.of(table).stream().filter(Standings::judgedRows).findFirst(),
              holds,
              refused.getOrDefault(table, 0L)));
    }
    return all;
  }

  private List<Ended> of(DatasetName table) {
    return ends.getOrDefault(table, List.of());
  }

  private Optional<Instant> goodAt(DatasetName table, Instant before) {
    return of(table).stream()
        .filter(ended -> GOOD.contains(ended.outcome().status()))
        .map(Ended::startedAt)
        .filter(start -> start.isBefore(before))
        .max(naturalOrder());
  }

  private Optional<Instant> deliveredAt(Definition definition) {
    List<DatasetName> bringing =
        definition instanceof Definition.SourceFed
            ? definition.needs()
            : List.of(definition.table());
    return bringing.stream()
        .flatMap(table -> of(table).stream())
        .filter(ended -> BROUGHT.contains(ended.outcome().status()))
        .map(Ended::endedAt)
        .max(naturalOrder());
  }

  private static boolean judgedRows(Ended ended) {
    return ended.outcome().counts().getOrDefault(Counts.ROWS, 0L) > 0;
  }

  private List<Hold> holds(DatasetName table, Map<String, Instant> batches) {
    List<Hold> holds = new ArrayList<>();
    batches.forEach(
        (batch, otherwise) -> {
          Optional<Ended> first =
              of(table).stream()
                  .filter(ended -> ended.outcome().status() == Status.HELD)
                  .filter(ended -> ended.outcome().batchId().filter(batch::equals).isPresent())
                  .reduce((newer, older) -> older);
          holds.add(
              new Hold(
                  batch,
                  first.map(Ended::startedAt).orElse(otherwise),
                  first.map(Ended::endedAt).orElse(otherwise),
                  first.map(ended -> ended.outcome().note()).orElse("")));
        });
    holds.sort(Comparator.comparing(Hold::since));
    return holds;
  }
}
