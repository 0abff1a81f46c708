package org.assize.spark.table;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assize.spark.delta.NotedCommit;
import org.assize.spark.gate.Verdict;

/** How far one try to bring a batch into its table came. */
sealed interface Attempt {

  /**
   * Its rows are written and judged, and nobody sees them.
   *
   * @param candidate paths of the files written
   * @param commit makes them visible, once
   * @param release gives up what the commit would have needed
   */
  record Judged(
      Map<String, Long> counts,
      Verdict verdict,
      List<String> candidate,
      Supplier<Attempt> commit,
      Runnable release)
      implements Attempt, AutoCloseable {

    /**
     * The end of a batch that must not be committed.
     *
     * @param together ids of the batches that wait for the same decision, this one included
     */
    Held held(List<String> together) {
      return new Held(counts, verdict, candidate, together);
    }

    @Override
    public void close() {
      release.run();
    }
  }

  /** This run committed it. */
  record Committed(long version, Map<String, Long> counts, Verdict verdict, String note)
      implements Attempt {}

  /** The table's log already holds it. */
  record Found(NotedCommit commit) implements Attempt {}

  /** The gate held it, or one of its group. */
  record Held(
      Map<String, Long> counts, Verdict verdict, List<String> candidate, List<String> together)
      implements Attempt {

    public Held {
      together = List.copyOf(together);
    }
  }

  /**
   * It cannot be committed any more: resolve anew.
   *
   * @param why in words
   */
  record Outdated(String why) implements Attempt {

    static Outdated overtaken() {
      return new Outdated("another batch of the table was committed first");
    }
  }
}
