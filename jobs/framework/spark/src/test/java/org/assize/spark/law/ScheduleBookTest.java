package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.PipelineRun.State;
import org.assize.core.schedule.ScheduleBook;
import org.assize.spark.Engine;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What schedulers write down is there for the next one, whatever became of them. */
@SparkTest
class ScheduleBookTest {

  private static final Instant AT = Instant.parse("2026-11-23T05:00:00.123456Z");

  @TempDir private Path folder;

  @Test
  void what_one_process_wrote_another_reads_at_once() throws Exception {
    TestWorkspace workspace = Fixes.in(folder);
    PipelineRun begun = run("1/2", State.BEGUN, Optional.empty(), "");
    PipelineRun other = run("2/3", State.BEGUN, Optional.empty(), "");
    PipelineRun again = begun.as(State.AGAIN, AT, Optional.of(AT.plusSeconds(60)), "r1");
    try (Engine one = workspace.engine();
        Engine two = workspace.engine()) {
      ScheduleBook book = one.book();
      assertThat(book.runs()).isEmpty();
      book.write(List.of(begun));
      book.write(List.of(other, again));
      book.pause("shop", true, "somebody");
      book.pause("court", true, "somebody");
      book.pause("shop", false, "somebody else");

      // Neither engine is closed: a process that dies closes none.
      assertThat(two.book().runs()).containsExactly(again, other);
      assertThat(two.book().paused()).containsExactly("court");
      two.book().write(List.of(other.as(State.DONE, AT, Optional.empty(), "r2")));
      assertThat(book.runs()).extracting(PipelineRun::runId).containsExactly("r1", "r2");
    }
  }

  private static PipelineRun run(
      String occasion, State state, Optional<Instant> again, String runId) {
    return new PipelineRun("shop", occasion, AT, state, 1, AT, again, runId);
  }
}
