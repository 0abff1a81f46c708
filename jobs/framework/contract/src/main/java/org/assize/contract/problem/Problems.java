package org.assize.contract.problem;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers every fault, each once, before anything fails. Not thread-safe. */
public final class Problems {

  private final Set<Problem> found = new LinkedHashSet<>();
  private final Set<Problem> warnings = new LinkedHashSet<>();

  /** Adds a problem. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Adds a problem by its parts. */
  public void add(ErrorCode code, Place place, String problem, String cause, String mend) {
    found.add(new Problem(code, place, problem, cause, mend));
  }

  /** Adds what is worth a word and makes nothing fail. */
  public void warn(Problem warning) {
    warnings.add(warning);
  }

  /** Whether nothing was found; warnings do not count. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Everything found, by file and line. */
  public List<Problem> all() {
    return inOrder(found);
  }

  /** Every warning, by file and line. */
  public List<Problem> warnings() {
    return inOrder(warnings);
  }

  private static List<Problem> inOrder(Set<Problem> problems) {
    return problems.stream()
        .sorted(
            Comparator.comparing((Problem p) -> p.place().file())
                .thenComparingInt(p -> p.place().line()))
        .toList();
  }

  /** Fails with everything found, if anything was. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new PlatformException(all());
    }
  }
}
