package org.assize.spark.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.delta.actions.AddFile;

/** The files of a table that a commit leaves, and those that it brings. */
final class KeptFiles {

  private KeptFiles() {}

  static List<AddFile> with(List<AddFile> all, List<AddFile> removed, List<AddFile> added) {
    Set<String> gone = new HashSet<>();
    removed.forEach(file -> gone.add(file.path()));
    List<AddFile> kept = new ArrayList<>();
    all.stream().filter(file -> !gone.contains(file.path())).forEach(kept::add);
    kept.addAll(added);
    return kept;
  }
}
