package org.assize.contract.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assize.contract.DataContract;
import org.assize.contract.Domain;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;

/** A workspace in a temporary folder, one file a call. */
final class DomainFiles {

  private final Path root;
  private final String domain;

  DomainFiles(Path root, String domain) {
    this.root = root;
    this.domain = domain;
  }

  DomainFiles with(String fileName, String text) {
    try {
      Path file = root.resolve("schemas").resolve(domain).resolve(fileName);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Path folder() {
    return root.resolve("schemas").resolve(domain);
  }

  Domain read(Problems problems) {
    return ContractReader.readDomain(folder(), root, problems);
  }

  /** The domain, which must be sound. */
  Domain sound() {
    var problems = new Problems();
    Domain read = read(problems);
    problems.throwIfAny();
    return read;
  }

  /** The one contract of a sound domain. */
  DataContract contract() {
    return sound().contracts().get(0);
  }

  /** Everything that is wrong, as people see it. */
  List<String> faults() {
    var problems = new Problems();
    read(problems);
    return problems.all().stream().map(Problem::toString).toList();
  }
}
