package org.assize.contract.problem;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers every fault, each once, before anything fails. Not thread-safe. */
public final class Problems {

  private final Set<Problem> found = new LinkedHashSet<>();

  /** Adds a problem. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Adds a problem by its parts. */
  public void add(ErrorCode code, Place place, String problem, String cause, String mend) {
    found.add(new Problem(code, place, problem, cause, mend));
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Everything found, by file and line. */
  public List<Problem> all() {
    return found.stream()
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
