package org.assize.spark.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;

/**
 * Aggregates over a frame, observed while it is written. Where the observation does not arrive they
 * are computed by a scan: never taken for zero.
 */
public final class Measured {

  private static final Duration PATIENCE = Duration.apply(30, "seconds");

  private final Observation observation = new Observation();
  private final Dataset<Row> frame;
  private final Dataset<Row> observed;
  private final List<Column> aggregates;

  private Measured(Dataset<Row> frame, List<Column> aggregates) {
    this.frame = frame;
    this.aggregates = List.copyOf(aggregates);
    this.observed = frame.observe(observation, first(), rest());
  }

  /** Prepares a frame for being measured; each aggregate has a name. */
  public static Measured on(Dataset<Row> frame, List<Column> aggregates) {
    return new Measured(frame, aggregates);
  }

  /** The frame to write: the same rows. */
  public Dataset<Row> frame() {
    return observed;
  }

  /** What was observed by a write that has ended. */
  public Map<String, Object> values() {
    return observed().orElseGet(this::scanned);
  }

  /** The same aggregates by a pass of their own. */
  public Map<String, Object> scanned() {
    return named(frame.agg(first(), rest()).head());
  }

  private Optional<Map<String, Object>> observed() {
    try {
      return Optional.of(named(Await.result(observation.future(), PATIENCE)));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an observation", e);
    }
  }

  private Column first() {
    return aggregates.get(0);
  }

  private Column[] rest() {
    return aggregates.subList(1, aggregates.size()).toArray(new Column[0]);
  }

  private static Map<String, Object> named(Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(List.of(row.schema().fieldNames()));
    for (int i = 0; i < names.size(); i++) {
      if (!row.isNullAt(i)) {
        values.put(names.get(i), row.get(i));
      }
    }
    return values;
  }
}
