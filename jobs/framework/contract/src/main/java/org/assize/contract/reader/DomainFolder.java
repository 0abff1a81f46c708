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
import org.assize.contract.SourceUse;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.contract.shape.Shape;
import org.assize.contract.standard.ColumnStandards;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.YamlFile;

/** One folder below {@code schemas/}. */
final class DomainFolder {

  private static final String DEFAULTS = "_domain.yaml";
  private static final String CONTRACT = ".odcs.yaml";

  private final Path folder;
  private final Path workspaceRoot;
  private final ColumnStandards standards;
  private final Problems problems;
  private final String name;

  DomainFolder(Path folder, Path workspaceRoot, ColumnStandards standards, Problems problems) {
    this.folder = folder;
    this.workspaceRoot = workspaceRoot;
    this.standards = standards;
    this.problems = problems;
    this.name = String.valueOf(folder.getFileName());
  }

  Domain read() {
    var lint = new DomainLint(problems);
    lint.name("domain", name, new Place(shown(folder), 0));
    Mapping domain = defaults();
    Map<String, Mapping> declared = declared(domain);
    Map<String, Source> sources = sources(domain);
    var inherited = new StandardColumns(standards, problems);
    var file = new ContractFile(name, new Defaults(domain, declared), sources, inherited, problems);
    List<DataContract> contracts = new ArrayList<>();
    List<Source> all = new ArrayList<>(sources.values());
    for (Path path : contractFiles()) {
      String table = table(path);
      lint.name("table", table, new Place(shown(path), 0));
      Optional<Mapping> written = YamlFile.read(path, shown(path), problems);
      if (written.isPresent()) {
        DataContract contract = file.contract(table, written.get());
        contracts.add(contract);
        contract.sources().stream()
            .map(SourceUse::source)
            .filter(source -> !sources.containsValue(source))
            .forEach(all::add);
      }
    }
    var read =
        new Domain(name, owner(domain), new ScheduleMapper(problems).runs(domain), all, contracts);
    lint.namespace(read);
    lint.ids(contracts);
    return read;
  }

  /** The contract of one file with the defaults filled in, for people to look at. */
  Optional<Mapping> merged(Path path) {
    Optional<Mapping> written = YamlFile.read(path, shown(path), problems);
    Mapping domain = defaults();
    return written
        .map(new StandardColumns(standards, problems)::contract)
        .map(new Defaults(domain, declared(domain))::contract);
  }

  private Mapping defaults() {
    Path file = folder.resolve(DEFAULTS);
    Mapping none = Mapping.empty(new Place(shown(file), 0));
    if (!Files.exists(file)) {
      return none;
    }
    Mapping written = YamlFile.read(file, shown(file), problems).orElse(none);
    Shape.domain().check(written, "the defaults of a domain", problems);
    written
        .mapping("schedule")
        .ifPresent(schedule -> new ScheduleLint(new Faults(problems)).check(schedule));
    return written;
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

  private Map<String, Source> sources(Mapping domain) {
    var mapper = new SourceMapper(name, problems);
    Map<String, Source> sources = new LinkedHashMap<>();
    for (Mapping written : domain.mappings("sources")) {
      Optional<Source> source = mapper.source(Defaults.source(written));
      if (source.isPresent() && sources.putIfAbsent(source.get().name(), source.get()) != null) {
        problems.add(
            ErrorCode.DUPLICATE_ID,
            source.get().place(),
            "Source `" + source.get().name() + "` is declared twice.",
            "",
            "Remove one.");
      }
    }
    return sources;
  }

  private List<Path> contractFiles() {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> yaml =
          files.filter(file -> fileName(file).matches("(?i).*\\.ya?ml")).sorted().toList();
      yaml.stream().filter(file -> !isKnown(file)).forEach(this::stray);
      return yaml.stream().filter(file -> fileName(file).endsWith(CONTRACT)).toList();
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

  private static boolean isKnown(Path file) {
    return fileName(file).equals(DEFAULTS) || fileName(file).endsWith(CONTRACT);
  }

  private void stray(Path file) {
    problems.add(
        ErrorCode.WORKSPACE_INVALID,
        new Place(shown(file), 0),
        "Nothing reads this file.",
        "A domain holds " + DEFAULTS + " and <table>" + CONTRACT + ".",
        "Rename or move it.");
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
