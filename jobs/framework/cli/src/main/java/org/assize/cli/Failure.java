package org.assize.cli;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.assize.cli.report.ReportJson;
import org.assize.cli.text.Json;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.ErrorType;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.assize.core.StorageFault;

/** Why a verb did nothing: problems for people, and the exit code they lead to. */
record Failure(List<Problem> problems, int exitCode) {

  Failure {
    problems = List.copyOf(problems);
  }

  static Failure of(List<Problem> problems) {
    return new Failure(problems, exitCode(problems));
  }

  /** What to tell of an exception. Foreign messages are never shown: they may hold values. */
  static Failure of(Throwable thrown) {
    Set<Throwable> chain = chain(thrown);
    for (Throwable each : chain) {
      if (each instanceof PlatformException known) {
        return of(known.problems());
      }
    }
    return of(List.of(StorageFault.of(thrown).orElseGet(() -> unexpected(thrown))));
  }

  /** The failure as a document of shape {@code assize.failure/1}. */
  Json json() {
    return Json.document("assize.failure/1")
        .put("exitCode", exitCode)
        .put("problems", problems.stream().map(ReportJson::of).toList());
  }

  /** Several types at once: bad configuration first, then what no retry mends. */
  private static int exitCode(List<Problem> problems) {
    Set<ErrorType> types = new LinkedHashSet<>();
    problems.forEach(problem -> types.add(problem.code().type()));
    return List.of(
            ErrorType.USER,
            ErrorType.FAILED,
            ErrorType.INTERNAL,
            ErrorType.TRANSIENT,
            ErrorType.NOT_READY)
        .stream()
        .filter(types::contains)
        .findFirst()
        .orElse(ErrorType.INTERNAL)
        .exitCode();
  }

  private static Problem unexpected(Throwable thrown) {
    String where =
        Arrays.stream(thrown.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("org.assize."))
            .findFirst()
            .map(frame -> " in " + frame.getClassName() + ", line " + frame.getLineNumber())
            .orElse("");
    String what =
        thrown instanceof OutOfMemoryError
            ? "The memory of the process is used up."
            : "An unexpected " + thrown.getClass().getSimpleName() + where + ".";
    String mend =
        thrown instanceof OutOfMemoryError
            ? "Give it more, for example ASSIZE_OPTS=-Xmx4g."
            : ErrorCode.INTERNAL.mend();
    return new Problem(ErrorCode.INTERNAL, Place.NOWHERE, what, "", mend);
  }

  static Set<Throwable> chain(Throwable thrown) {
    Set<Throwable> chain = new LinkedHashSet<>();
    for (Throwable each = thrown; each != null && chain.add(each); each = each.getCause()) {}
    return chain;
  }
}
