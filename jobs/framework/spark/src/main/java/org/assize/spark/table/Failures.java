package org.assize.spark.table;

import java.util.List;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.assize.core.StorageFault;
import org.assize.spark.condition.RuleFault;

/**
 * What to tell of an exception. Messages of Spark and Delta may hold values: they are not shown.
 */
final class Failures {

  private Failures() {}

  static List<Problem> of(DatasetName table, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PlatformException known) {
        return known.problems();
      }
      if (cause instanceof RuleFault fault) {
        return List.of(fault.problem());
      }
    }
    Optional<Problem> storage = StorageFault.of(failure);
    if (storage.isPresent()) {
      return List.of(storage.get());
    }
    return List.of(
        problem(
            ErrorCode.TABLE_FAILED,
            table + ": the work failed with " + root(failure).getClass().getSimpleName() + ".",
            "Nothing of the batch became visible.",
            "Set ASSIZE_DEBUG=1 to see the engine's own words, which may hold values."));
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static Problem problem(ErrorCode code, String problem, String cause, String mend) {
    return new Problem(code, Place.NOWHERE, problem, cause, mend);
  }
}
