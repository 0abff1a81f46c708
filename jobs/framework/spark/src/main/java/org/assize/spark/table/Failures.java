package org.assize.spark.table;

import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.security.AccessControlException;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;

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
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (message.contains("no space left on device") || message.contains("disk quota exceeded")) {
        return List.of(
            problem(
                ErrorCode.DISK_FULL,
                table + ": no space is left where the warehouse lives.",
                "Nothing of the batch became visible.",
                "Make room, then run again."));
      }
      if (cause instanceof AccessDeniedException
          || cause instanceof AccessControlException
          || message.contains("permission denied")
          || message.contains("mkdirs failed to create")) {
        return List.of(
            problem(
                ErrorCode.NO_PERMISSION,
                table + ": the warehouse may not be written or read.",
                "",
                "Give this user the right to its folder, or name another warehouse in assize.yaml."));
      }
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
