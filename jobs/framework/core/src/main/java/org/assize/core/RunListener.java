package org.assize.core;

import org.assize.contract.DatasetName;

/** Hears how a run goes on. Calls may come from several threads at once. */
public interface RunListener {

  /** Hears nothing. */
  RunListener SILENT = new RunListener() {};

  /** A table run begins. */
  default void started(DatasetName table) {}

  /** A table run reached a step, for example {@code writing}. */
  default void step(DatasetName table, String step) {}

  /** A table run ended. */
  default void ended(TableOutcome outcome) {}
}
