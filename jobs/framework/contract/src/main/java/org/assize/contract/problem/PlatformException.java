package org.assize.contract.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every failure meant for a user: one or more {@link Problem}s, all of them at once. */
public final class PlatformException extends RuntimeException {

  private final List<Problem> problems;

  /** Fails with several problems. */
  public PlatformException(List<Problem> problems) {
    this(problems, null);
  }

  private PlatformException(List<Problem> problems, @Nullable Throwable origin) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), origin);
    this.problems = List.copyOf(problems);
  }

  /** Fails with one problem that has no place in a file. */
  public static PlatformException of(ErrorCode code, String problem, String cause, String mend) {
    return of(new Problem(code, Place.NOWHERE, problem, cause, mend));
  }

  /** Fails with one problem. */
  public static PlatformException of(Problem problem) {
    return new PlatformException(List.of(problem));
  }

  /** Fails with one problem caused by a foreign exception, whose message is not shown. */
  public static PlatformException of(Problem problem, Throwable origin) {
    return new PlatformException(List.of(problem), origin);
  }

  /** What went wrong, at least one. */
  public List<Problem> problems() {
    return problems;
  }

  /** The type of the first problem. */
  public ErrorType type() {
    return problems.get(0).code().type();
  }
}
