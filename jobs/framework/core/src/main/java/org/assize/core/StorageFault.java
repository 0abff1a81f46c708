package org.assize.core;

import java.nio.file.AccessDeniedException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;

/**
 * Whether an exception means that the place of the warehouse, not the work, is at fault. Told by
 * the words of file systems, because Spark and Delta wrap what they throw.
 */
public final class StorageFault {

  private static final List<String> FULL = List.of("no space left", "quota exceeded");
  private static final List<String> DENIED =
      List.of(
          "permission denied",
          "access denied",
          "read-only file system",
          "mkdirs failed to create",
          "delta_cannot_create_log_path");

  private StorageFault() {}

  /**
   * A problem DISK_FULL or NO_PERMISSION, found anywhere in the chain of causes; empty for anything
   * else.
   */
  public static Optional<Problem> of(Throwable thrown) {
    Set<Throwable> seen = new HashSet<>();
    for (Throwable each = thrown; each != null && seen.add(each); each = each.getCause()) {
      String message = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
      if (FULL.stream().anyMatch(message::contains)) {
        return Optional.of(problem(ErrorCode.DISK_FULL, ErrorCode.DISK_FULL.meaning()));
      }
      if (each instanceof AccessDeniedException denied && denied.getFile() != null) {
        String what = "`" + denied.getFile() + "` may not be used.";
        return Optional.of(problem(ErrorCode.NO_PERMISSION, what));
      }
      if (each.getClass().getSimpleName().equals("AccessControlException")
          || DENIED.stream().anyMatch(message::contains)) {
        return Optional.of(problem(ErrorCode.NO_PERMISSION, ErrorCode.NO_PERMISSION.meaning()));
      }
    }
    return Optional.empty();
  }

  private static Problem problem(ErrorCode code, String what) {
    return new Problem(code, Place.NOWHERE, what, "", code.mend());
  }
}
