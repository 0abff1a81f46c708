package org.assize.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assize.contract.problem.Problems;
import org.assize.core.Workspace;
import org.assize.core.WorkspaceLoader;
import org.assize.core.deploy.Shelf;

/** A workspace as it was deployed: out of a copy that lives as long as the process. */
record DeployedBundle(String name) {

  /** Fails where the warehouse does not hold it. */
  Workspace load(Path folder, Optional<String> environment, House house, Problems problems) {
    var ofSettings = new Problems();
    Shelf shelf = house.shelf(WorkspaceLoader.warehouse(folder, environment, ofSettings));
    ofSettings.throwIfAny();
    return WorkspaceLoader.deployed(folder, copy(shelf), name, environment, problems);
  }

  private Path copy(Shelf shelf) {
    try {
      Path copy = Files.createTempDirectory("assize-bundle-").toRealPath();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(copy)));
      shelf.copy(name, copy);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
