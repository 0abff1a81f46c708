package org.assize.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.core.TableOutcome.Status;
import org.junit.jupiter.api.Test;

/** Law 10: partial is never green. */
class RunReportTest {

  private static final TableOutcome DONE = outcome(Status.COMMITTED);
  private static final TableOutcome IDLE = outcome(Status.UP_TO_DATE);
  private static final TableOutcome HELD = outcome(Status.HELD);
  private static final TableOutcome LATE = outcome(Status.NOT_READY);
  private static final TableOutcome SKIPPED = outcome(Status.SKIPPED);

  @Test
  void done_idle_warned_and_done_elsewhere_are_zero() {
    assertThat(
            exitCode(
                DONE,
                IDLE,
                outcome(Status.COMMITTED_WITH_WARNINGS),
                outcome(Status.DONE_ELSEWHERE)))
        .isZero();
  }

  @Test
  void bad_configuration_comes_before_everything() {
    assertThat(exitCode(DONE, HELD, failed(ErrorCode.NO_PERMISSION), failed(ErrorCode.INTERNAL)))
        .isEqualTo(2);
  }

  @Test
  void a_failure_alone_is_one_or_six_and_beside_done_tables_three() {
    assertThat(exitCode(failed(ErrorCode.TABLE_FAILED), SKIPPED)).isEqualTo(1);
    assertThat(exitCode(failed(ErrorCode.DISK_FULL), SKIPPED)).isEqualTo(6);
    assertThat(exitCode(failed(ErrorCode.DISK_FULL), failed(ErrorCode.TABLE_FAILED))).isEqualTo(1);
    assertThat(exitCode(failed(ErrorCode.TABLE_FAILED), DONE)).isEqualTo(3);
    assertThat(exitCode(failed(ErrorCode.DISK_FULL), HELD, DONE)).isEqualTo(3);
  }

  @Test
  void a_table_that_failed_in_part_did_something() {
    TableOutcome inPart =
        new TableOutcome(
                name("t"),
                Status.COMMITTED,
                java.util.Optional.empty(),
                java.util.Optional.of(4L),
                java.util.Map.of(),
                java.util.Map.of(),
                List.of(),
                "",
                Duration.ZERO)
            .failing(List.of(problem(ErrorCode.FILE_UNREADABLE)));

    assertThat(exitCode(inPart)).isEqualTo(3);
  }

  @Test
  void held_comes_before_not_ready() {
    assertThat(exitCode(DONE, HELD, LATE, SKIPPED)).isEqualTo(4);
    assertThat(exitCode(DONE, LATE, SKIPPED)).isEqualTo(5);
  }

  @Test
  void nothing_to_do_means_that_every_table_was_up_to_date() {
    assertThat(report(IDLE, IDLE).nothingToDo()).isTrue();
    assertThat(report(IDLE, DONE).nothingToDo()).isFalse();
    assertThat(report(IDLE, HELD).nothingToDo()).isFalse();
  }

  private static int exitCode(TableOutcome... outcomes) {
    return report(outcomes).exitCode();
  }

  private static RunReport report(TableOutcome... outcomes) {
    return new RunReport("r", "default", Instant.EPOCH, Instant.EPOCH, Arrays.asList(outcomes));
  }

  private static TableOutcome outcome(Status status) {
    return TableOutcome.of(name("t"), status, "");
  }

  private static TableOutcome failed(ErrorCode code) {
    return TableOutcome.failed(name("t"), List.of(problem(code)), Duration.ZERO);
  }

  private static Problem problem(ErrorCode code) {
    return new Problem(code, Place.NOWHERE, "It failed.", "", "");
  }

  private static DatasetName name(String table) {
    return new DatasetName("d", Layer.CURATED, table);
  }
}
