package org.assize.spark.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.contract.rule.DatasetRule;
import org.assize.core.Measurement;

/** What a gate may look at beside what was observed. Nothing is read before it is asked for. */
public interface Judged {

  /** The accepted rows, written and not committed. */
  Dataset<Row> candidate();

  /** The rows that the table has without the candidate. */
  Dataset<Row> before();

  /** The rows that the table would have after the commit, the candidate's among them. */
  Dataset<Row> after();

  /** What divides {@link #after} into the intervals that the candidate changes. */
  Intervals intervals();

  /** The answer of a rule's query, one row. */
  Dataset<Row> ask(DatasetRule rule);

  /**
   * Intervals by number.
   *
   * @param number the number of a row's interval, NULL where it has none
   * @param changed the intervals that the candidate changes; empty for every one
   */
  record Intervals(Column number, Optional<Set<Long>> changed) {}

  /** What the rule measured on earlier batches that were committed, with a value, oldest first. */
  List<Measurement> history(String rule);
}
