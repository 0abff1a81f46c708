package org.assize.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.London;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;

/** Readers of tables whose end is announced, or over. */
public final class Deprecations {

  private final Workspace workspace;
  private final Problems problems;

  /** Deprecations of a workspace. */
  public Deprecations(Workspace workspace, Problems problems) {
    this.workspace = workspace;
    this.problems = problems;
  }

  /**
   * Warns of each table that reads a deprecated one; once the day of its end of support is over in
   * London, that is a problem.
   */
  public void check(TableGraph graph, Instant now) {
    for (Definition definition : graph.definitions()) {
      if (definition instanceof Definition.Contracted reader) {
        reader.follows().stream()
            .distinct()
            .flatMap(table -> workspace.contract(table).stream())
            .filter(read -> read.status().equals("deprecated"))
            .forEach(read -> tell(reader.contract(), read, now));
      }
    }
  }

  private void tell(DataContract reader, DataContract read, Instant now) {
    String until = read.endOfSupport().map(Object::toString).orElse("");
    boolean isOver = read.endOfSupport().filter(day -> London.dayOf(now).isAfter(day)).isPresent();
    var problem =
        new Problem(
            ErrorCode.NO_LONGER_SUPPORTED,
            reader.place(),
            reader.name()
                + " reads "
                + read.name()
                + ", which "
                + (isOver ? "was supported until " : "is deprecated and supported until ")
                + until
                + ".",
            "",
            successor(read)
                .map(next -> "Read " + next + " instead.")
                .orElse("Its contract says what to read instead: " + read.place().file() + "."));
    if (isOver) {
      problems.add(problem);
    } else {
      problems.warn(problem);
    }
  }

  /** The next version of a table that stands beside it. */
  private Optional<DatasetName> successor(DataContract old) {
    String stem = old.name().table().replaceFirst("_v[0-9]+$", "");
    List<DatasetName> later = new ArrayList<>();
    for (DataContract contract : workspace.contracts()) {
      DatasetName name = contract.name();
      boolean isVersion =
          name.domain().equals(old.name().domain()) && name.table().matches(stem + "_v[0-9]+");
      if (isVersion && major(contract) > major(old) && contract.status().equals("active")) {
        later.add(name);
      }
    }
    return later.stream().findFirst();
  }

  private static int major(DataContract contract) {
    return Integer.parseInt(contract.version().replaceFirst("\\..*", ""));
  }
}
