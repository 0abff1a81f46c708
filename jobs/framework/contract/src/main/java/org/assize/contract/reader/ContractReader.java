package org.assize.contract.reader;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DataContract;
import org.assize.contract.Domain;
import org.assize.contract.StandardContract;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.contract.shape.Shape;
import org.assize.contract.standard.ColumnStandards;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.YamlFile;

/** Reads contracts and the defaults they inherit. */
public final class ContractReader {

  private ContractReader() {}

  /**
   * Reads {@code _domain.yaml}, which may be absent, and every {@code <table>.odcs.yaml} of a
   * folder. Every fault of every file is added to the problems, with the file relative to the
   * workspace and the line. What is returned is whole only if no problem was added: contracts are
   * read as far as they can be.
   *
   * @param domainFolder {@code schemas/<domain>}; its name is the domain's
   */
  public static Domain readDomain(Path domainFolder, Path workspaceRoot, Problems problems) {
    ColumnStandards standards = ColumnStandards.of(workspaceRoot, problems);
    return readDomain(domainFolder, workspaceRoot, standards, problems);
  }

  /** The same with the workspace's column standards, for those who read several domains. */
  public static Domain readDomain(
      Path domainFolder, Path workspaceRoot, ColumnStandards standards, Problems problems) {
    return new DomainFolder(domainFolder, workspaceRoot, standards, problems).read();
  }

  /**
   * Reads a contract as another workspace deployed it, with every default filled in. What may be
   * wrong with it is that workspace's to mend; empty where it cannot be read at all.
   *
   * @param shown what its place is called
   */
  public static Optional<DataContract> readDeployed(
      String domain, String table, Path file, String shown) {
    var theirs = new Problems();
    Optional<Mapping> written = YamlFile.read(file, shown, theirs);
    Mapping none = Mapping.empty(new Place(shown, 0));
    var columns = new StandardColumns(ColumnStandards.shipped(), theirs);
    var reader = new ContractFile(domain, new Defaults(none, Map.of()), Map.of(), columns, theirs);
    return written.map(mapping -> reader.contract(table, mapping));
  }

  /**
   * Reads any document of the Open Data Contract Standard, without asking for what Assize's profile
   * asks. Empty where it cannot be read or is not of the standard's shape, with the reasons among
   * the problems.
   */
  public static Optional<StandardContract> readStandard(Path file, Problems problems) {
    var found = new Problems();
    Optional<Mapping> written = YamlFile.read(file, file.toString(), found);
    written.ifPresent(mapping -> Shape.contract().check(mapping, "the contract", found));
    found.all().forEach(problems::add);
    return found.isEmpty() ? written.map(StandardMapper::contract) : Optional.empty();
  }
}
