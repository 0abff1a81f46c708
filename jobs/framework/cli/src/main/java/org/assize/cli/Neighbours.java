package org.assize.cli;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.Problems;
import org.assize.core.ReadEnvironment;
import org.assize.core.Workspace;
import org.assize.core.deploy.Ownership;
import org.assize.core.deploy.Shelf;

/** What other workspaces deployed beside one: their tables, and the domains that they own. */
record Neighbours(Function<URI, Shelf> shelves) {

  /** The workspace with their contracts; reports its domains that are theirs. */
  Workspace around(Workspace workspace, Problems problems) {
    if (mayHold(workspace.warehouse())) {
      Ownership.check(workspace, shelves.apply(workspace.warehouse()).deployed(), problems);
    }
    List<URI> warehouses = new ArrayList<>(List.of(workspace.warehouse()));
    workspace.readsFrom().stream().map(ReadEnvironment::warehouse).forEach(warehouses::add);
    Map<DatasetName, DataContract> nearest = new LinkedHashMap<>();
    warehouses.stream()
        .filter(Neighbours::mayHold)
        .flatMap(warehouse -> shelves.apply(warehouse).contracts().stream())
        .forEach(contract -> nearest.putIfAbsent(contract.name(), contract));
    return nearest.isEmpty() ? workspace : workspace.knowing(List.copyOf(nearest.values()));
  }

  /** Spares the classes that read a warehouse, where a look at the disk tells as much. */
  private static boolean mayHold(URI warehouse) {
    return !"file".equals(warehouse.getScheme())
        || Files.isDirectory(Path.of(warehouse).resolve("_deployed"));
  }
}
