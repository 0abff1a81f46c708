package org.assize.spark.gate;

import java.util.List;
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

  /** The answer of a rule's query, one row. */
  Dataset<Row> ask(DatasetRule rule);

  /** What the rule measured on earlier batches that were committed, with a value, oldest first. */
  List<Measurement> history(String rule);
}
