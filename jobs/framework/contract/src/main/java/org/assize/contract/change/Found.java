package org.assize.contract.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.contract.problem.Place;

/** Gathers the changes of one table. Not thread-safe. */
final class Found {

  private final List<Change> changes = new ArrayList<>();

  void add(Impact impact, Place place, String what) {
    changes.add(new Change(impact, place, what, Optional.empty()));
  }

  void add(Impact impact, Place place, String what, String column) {
    changes.add(new Change(impact, place, what, Optional.of(column)));
  }

  /** Adds a change where two values differ. */
  void differ(Impact impact, Object before, Object after, Place place, String what) {
    if (!before.equals(after)) {
      add(impact, place, what);
    }
  }

  List<Change> all() {
    return changes;
  }
}
