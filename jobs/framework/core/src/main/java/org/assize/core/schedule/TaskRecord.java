package org.assize.core.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assize.core.schedule.PipelineRun.State;

/**
 * What is known of a task in a run.
 *
 * @param state passed over where it did not run because of one before it
 * @param took empty before it ended
 * @param lines what it said of its tables, without a value of a row
 * @param more where more is told: the address of a page, or a command; may be empty
 */
public record TaskRecord(
    Task task, State state, Optional<Duration> took, List<String> lines, String more) {

  public TaskRecord {
    lines = List.copyOf(lines);
  }
}
