package org.assize.spark;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The frames of a {@link Transform}: exactly those its contract declares. */
public final class Inputs {

  private final Map<String, Dataset<Row>> frames;

  private Inputs(Map<String, Dataset<Row>> frames) {
    this.frames = Map.copyOf(frames);
  }

  /** Frames by the names that the contract gives them. */
  public static Inputs of(Map<String, Dataset<Row>> frames) {
    return new Inputs(frames);
  }

  /**
   * An input's rows: those of the interval widened by its lookback and lookahead, or the whole
   * table, as its {@code read} says.
   *
   * @throws IllegalArgumentException if the contract declares no such input
   */
  public Dataset<Row> frame(String name) {
    Dataset<Row> frame = frames.get(name);
    if (frame == null) {
      throw new IllegalArgumentException(
          "No input is called `" + name + "`; the contract declares " + frames.keySet() + ".");
    }
    return frame;
  }
}
