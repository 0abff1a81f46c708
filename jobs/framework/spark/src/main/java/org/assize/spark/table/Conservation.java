package org.assize.spark.table;

import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;

/** Sums that must close, every run. */
final class Conservation {

  private Conservation() {}

  /** Fails unless two counts of the same thing, taken independently, agree. */
  static void require(DatasetName table, String what, long expected, long counted) {
    if (expected != counted) {
      throw PlatformException.of(
          ErrorCode.CONSERVATION,
          table
              + ": "
              + what
              + " do not add up: "
              + expected
              + " expected, "
              + counted
              + " counted.",
          "Nothing was committed.",
          "Run again; if it happens again, report it with this message.");
    }
  }
}
