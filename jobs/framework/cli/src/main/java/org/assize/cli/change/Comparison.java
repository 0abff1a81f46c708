package org.assize.cli.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.assize.contract.DataContract;
import org.assize.contract.change.ContractChanges;
import org.assize.contract.change.TableChange;
import org.assize.contract.change.VersionPolicy;
import org.assize.contract.problem.Problems;
import org.assize.core.Workspace;
import org.assize.core.WorkspaceLoader;

/** What changed in the contracts of a workspace since an earlier state. */
public record Comparison(History history) {

  /**
   * Every table that differs, with a problem for each that the version policy refuses. Faults of
   * the earlier contracts do not matter: they are read as far as they can be.
   *
   * @param reference branch, tag or commit
   */
  public List<TableChange> since(String reference, Workspace workspace, Problems problems) {
    List<TableChange> changes =
        ContractChanges.between(earlier(reference, workspace.root()), workspace.contracts());
    var policy = new VersionPolicy(workspace.root(), problems);
    changes.forEach(policy::check);
    return changes;
  }

  private List<DataContract> earlier(String reference, Path root) {
    try {
      Path copy = Files.createTempDirectory("assize-earlier-").toRealPath();
      try {
        history.copySchemas(root, reference, copy);
        return WorkspaceLoader.domains(copy, new Problems()).stream()
            .flatMap(domain -> domain.contracts().stream())
            .toList();
      } finally {
        remove(copy);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.deleteIfExists(each);
    }
  }
}
