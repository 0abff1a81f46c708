package org.assize.spark.table;

import java.util.List;
import java.util.Map;
import org.assize.spark.delta.NotedCommit;
import org.assize.spark.gate.Verdict;

/** How one try to bring a batch into its table ended. */
sealed interface Attempt {

  /** This run committed it. */
  record Committed(long version, Map<String, Long> counts, Verdict verdict, String note)
      implements Attempt {}

  /** The table's log already holds it. */
  record Found(NotedCommit commit) implements Attempt {}

  /** The gate held it. */
  record Held(Map<String, Long> counts, Verdict verdict, List<String> candidate)
      implements Attempt {}

  /** Another batch came between: resolve anew. */
  record Outdated() implements Attempt {}
}
