package org.assize.contract.reader;

import java.nio.file.Path;
import org.assize.contract.Domain;
import org.assize.contract.problem.Problems;

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
    return new DomainFolder(domainFolder, workspaceRoot, problems).read();
  }
}
