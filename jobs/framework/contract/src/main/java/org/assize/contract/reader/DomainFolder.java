package org.assize.contract.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assize.contract.DataContract;
import org.assize.contract.Domain;
import org.assize.contract.Source;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.YamlFile;

/** One folder below {@code schemas/}. */
final class DomainFolder {

  static final String DEFAULTS = "_domain.yaml";
  static final String CONTRACT = ".odcs.yaml";

  private final Path folder;
  private final Path workspaceRoot;
  private final Problems problems;
  private final String name;

  DomainFolder(Path folder, Path workspaceRoot, Problems problems) {
    this.folder = folder;
    this.workspaceRoot = workspaceRoot;
    this.problems = problems;
    this.name = String.valueOf(folder.getFileName());
  }

  Domain read() {
    Mapping domain = defaults();
    Map<String, Mapping> declared = declared(domain);
    Map<String, Source> sources = new LinkedHashMap<>();
    var mapper = new SourceMapper(name, problems);
    declared.forEach((key, tree) -> mapper.source(tree).ifPresent(s -> sources.put(key, s)));
    var defaults = new Defaults(domain, declared);
    var contracts = new ContractMapper(name, sources, problems);
    List<DataContract> read = new ArrayList<>();
    List<Source> all = new ArrayList<>(sources.values());
    for (Path file : contractFiles()) {
      Optional<Mapping> written = YamlFile.read(file, shown(file), problems);
      if (written.isPresent()) {
        DataContract contract = contracts.contract(table(file), defaults.contract(written.get()));
        read.add(contract);
        contract.sources().stream()
            .map(use -> use.source())
            .filter(source -> !sources.containsValue(source))
            .forEach(all::add);
      }
    }
    return new Domain(name, owner(domain), all, read);
  }

  private Mapping defaults() {
    Path file = folder.resolve(DEFAULTS);
    Mapping none = Mapping.empty(new Place(shown(file), 0));
    return Files.exists(file) ? YamlFile.read(file, shown(file), problems).orElse(none) : none;
  }

  private static String owner(Mapping domain) {
    return domain
        .text("owner")
        .or(() -> domain.mapping("team").flatMap(team -> team.text("name")))
        .orElse("");
  }

  private static Map<String, Mapping> declared(Mapping domain) {
    Map<String, Mapping> declared = new LinkedHashMap<>();
    for (Mapping source : domain.mappings("sources")) {
      source.text("name").ifPresent(n -> declared.putIfAbsent(n, Defaults.source(source)));
    }
    return declared;
  }

  private List<Path> contractFiles() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> fileName(file).endsWith(CONTRACT)).sorted().toList();
    } catch (IOException unreadable) {
      problems.add(
          ErrorCode.WORKSPACE_INVALID,
          new Place(shown(folder), 0),
          "The folder of domain `" + name + "` cannot be read.",
          "The system says: " + unreadable.getClass().getSimpleName() + ".",
          "");
      return List.of();
    }
  }

  private static String table(Path file) {
    String fileName = fileName(file);
    return fileName.substring(0, fileName.length() - CONTRACT.length());
  }

  private static String fileName(Path file) {
    return String.valueOf(file.getFileName());
  }

  private String shown(Path file) {
    Path shown = file.startsWith(workspaceRoot) ? workspaceRoot.relativize(file) : file;
    return shown.toString().replace('\\', '/');
  }
}
