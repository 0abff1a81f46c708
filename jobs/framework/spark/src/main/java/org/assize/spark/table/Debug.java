package org.assize.spark.table;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's own words, for who asked for them: they may hold values. */
final class Debug {

  private static final Logger LOG = LoggerFactory.getLogger("org.assize.debug");

  private Debug() {}

  static void show(Throwable failure) {
    if (System.getenv("ASSIZE_DEBUG") != null) {
      LOG.warn("A table run failed", failure);
    }
  }
}
