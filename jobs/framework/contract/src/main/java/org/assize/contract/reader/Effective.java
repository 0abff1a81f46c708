package org.assize.contract.reader;

import java.nio.file.Path;
import java.util.Optional;
import org.assize.contract.problem.Problems;
import org.assize.contract.standard.ColumnStandards;
import org.assize.contract.yaml.Mapping;

/** A contract with everything filled in that it leaves out, for people to look at. */
public final class Effective {

  private Effective() {}

  /**
   * The merged contract as YAML. Behind each value stands where it comes from: {@code #
   * schemas/cases/_domain.yaml:4}, {@code # assize:standard/pnc.yaml:2} out of a standard that
   * Assize brings along, or {@code # default} where the language itself decides. Empty where the
   * file cannot be read, with the reason among the problems.
   *
   * @param contractFile {@code schemas/<domain>/<table>.odcs.yaml}
   */
  public static String render(Path contractFile, Path workspaceRoot, Problems problems) {
    Path folder = contractFile.toAbsolutePath().normalize().getParent();
    Path root = workspaceRoot.toAbsolutePath().normalize();
    if (folder == null) {
      return "";
    }
    Optional<Mapping> merged =
        new DomainFolder(folder, root, ColumnStandards.of(root, problems), problems)
            .merged(contractFile.toAbsolutePath().normalize());
    return merged.map(mapping -> new OriginWriter().write(mapping)).orElse("");
  }
}
