package org.assize.core;

import java.util.Map;
import java.util.function.Supplier;
import org.assize.contract.DatasetName;
import org.assize.core.lineage.ColumnOrigins;
import org.assize.core.lineage.ReadVersion;

/** Hears how a run goes on. Calls may come from several threads at once. */
public interface RunListener {

  /** Hears nothing. */
  RunListener SILENT = new RunListener() {};

  /** A table run begins. */
  default void started(DatasetName table) {}

  /** A table run reached a step, for example {@code writing}. */
  default void step(DatasetName table, String step) {}

  /**
   * A table run found something to do and begins with it. Not called where all is up to date.
   *
   * @param inputs versions of the tables that it reads
   */
  default void works(DatasetName table, Map<DatasetName, ReadVersion> inputs) {}

  /** What a table run computes goes into these columns, as the engine was seen to plan it. */
  default void computed(DatasetName table, Supplier<ColumnOrigins> origins) {}

  /** A table run ended. */
  default void ended(TableOutcome outcome) {}

  /** Hears and hands on to another one, which hears it second. */
  default RunListener and(RunListener other) {
    RunListener first = this;
    return new RunListener() {
      @Override
      public void started(DatasetName table) {
        first.started(table);
        other.started(table);
      }

      @Override
      public void step(DatasetName table, String step) {
        first.step(table, step);
        other.step(table, step);
      }

      @Override
      public void works(DatasetName table, Map<DatasetName, ReadVersion> inputs) {
        first.works(table, inputs);
        other.works(table, inputs);
      }

      @Override
      public void computed(DatasetName table, Supplier<ColumnOrigins> origins) {
        first.computed(table, origins);
        other.computed(table, origins);
      }

      @Override
      public void ended(TableOutcome outcome) {
        first.ended(outcome);
        other.ended(outcome);
      }
    };
  }
}
