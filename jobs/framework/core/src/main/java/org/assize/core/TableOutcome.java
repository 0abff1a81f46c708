package org.assize.core;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.Problem;

/**
 * How one table run ended.
 *
 * @param batchId the last batch it worked on, empty when there was none
 * @param counts rows by fate, in a stable order; keys as in {@link Counts}
 * @param broken rows by rule id, only rules that some row broke
 * @param note why, in one sentence for people; may be empty
 */
public record TableOutcome(
    DatasetName table,
    Status status,
    Optional<String> batchId,
    Optional<Long> version,
    Map<String, Long> counts,
    Map<String, Long> broken,
    List<Problem> problems,
    String note,
    Duration took) {

  public TableOutcome {
    counts = new LinkedHashMap<>(counts);
    broken = new LinkedHashMap<>(broken);
    problems = List.copyOf(problems);
  }

  /** An outcome without any rows. */
  public static TableOutcome of(DatasetName table, Status status, String note) {
    return new TableOutcome(
        table,
        status,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        List.of(),
        note,
        Duration.ZERO);
  }

  /** An outcome that failed for the given reasons. */
  public static TableOutcome failed(DatasetName table, List<Problem> problems, Duration took) {
    return new TableOutcome(
        table,
        Status.FAILED,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Map.of(),
        problems,
        problems.isEmpty() ? "" : problems.get(0).problem(),
        took);
  }

  /** The same with another status. */
  public TableOutcome as(Status other) {
    return new TableOutcome(table, other, batchId, version, counts, broken, problems, note, took);
  }

  /** The same with rows counted. */
  public TableOutcome counting(Map<String, Long> rows) {
    return new TableOutcome(table, status, batchId, version, rows, broken, problems, note, took);
  }

  /** The same, but failed in part: what was committed stays. */
  public TableOutcome failing(List<Problem> parts) {
    return new TableOutcome(
        table, Status.FAILED, batchId, version, counts, broken, parts, note, took);
  }

  /** How a table run can end. */
  public enum Status {
    COMMITTED,
    COMMITTED_WITH_WARNINGS,
    UP_TO_DATE,
    /** Another run committed the same batch. */
    DONE_ELSEWHERE,
    HELD,
    FAILED,
    NOT_READY,
    /** Not run because a table that it needs was held, failed or not ready. */
    SKIPPED
  }
}
