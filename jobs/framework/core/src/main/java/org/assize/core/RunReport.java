package org.assize.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.problem.ErrorType;
import org.assize.contract.problem.Problem;
import org.assize.core.TableOutcome.Status;

/**
 * The immutable outcome of a run.
 *
 * @param bundle the deployment whose contracts, queries and jars ran; empty for those of a folder
 */
public record RunReport(
    String runId,
    String environment,
    Instant startedAt,
    Instant endedAt,
    List<TableOutcome> tables,
    Optional<String> bundle) {

  private static final Set<Status> DONE =
      Set.of(
          Status.COMMITTED,
          Status.COMMITTED_WITH_WARNINGS,
          Status.UP_TO_DATE,
          Status.DONE_ELSEWHERE);

  public RunReport {
    tables = List.copyOf(tables);
  }

  /** A run of what stands in a folder. */
  public RunReport(
      String runId,
      String environment,
      Instant startedAt,
      Instant endedAt,
      List<TableOutcome> tables) {
    this(runId, environment, startedAt, endedAt, tables, Optional.empty());
  }

  /** Whether there was nothing to do. */
  public boolean nothingToDo() {
    return tables.stream().allMatch(table -> table.status() == Status.UP_TO_DATE);
  }

  /**
   * The process exit code: 2 for bad configuration; 1 or 6 if nothing was done; 3 when some tables
   * failed and others did not; 4 held; 5 not ready; 0 done.
   */
  public int exitCode() {
    List<ErrorType> failures = failures();
    if (failures.contains(ErrorType.USER)) {
      return ErrorType.USER.exitCode();
    }
    if (!failures.isEmpty()) {
      boolean someDone = tables.stream().anyMatch(RunReport::didSomething);
      if (someDone) {
        return 3;
      }
      return failuresPass() ? ErrorType.TRANSIENT.exitCode() : ErrorType.FAILED.exitCode();
    }
    if (tables.stream().anyMatch(table -> table.status() == Status.HELD)) {
      return 4;
    }
    if (tables.stream().anyMatch(table -> table.status() == Status.NOT_READY)) {
      return ErrorType.NOT_READY.exitCode();
    }
    return 0;
  }

  /** Whether something failed, and nothing for a reason that would be there the next time. */
  public boolean failuresPass() {
    List<ErrorType> failures = failures();
    return !failures.isEmpty() && failures.stream().allMatch(type -> type == ErrorType.TRANSIENT);
  }

  private List<ErrorType> failures() {
    return tables.stream()
        .filter(table -> table.status() == Status.FAILED)
        .map(RunReport::typeOf)
        .toList();
  }

  /** A table that failed in part has a version: what it committed stays. */
  private static boolean didSomething(TableOutcome outcome) {
    return DONE.contains(outcome.status()) || outcome.version().isPresent();
  }

  private static ErrorType typeOf(TableOutcome outcome) {
    return outcome.problems().stream()
        .map(Problem::code)
        .map(code -> code.type())
        .findFirst()
        .orElse(ErrorType.INTERNAL);
  }
}
