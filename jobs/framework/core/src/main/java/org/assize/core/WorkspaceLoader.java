package org.assize.core;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assize.contract.DataContract;
import org.assize.contract.Domain;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.contract.reader.ContractReader;
import org.assize.contract.standard.ColumnStandards;

/** Reads a workspace from its folder. */
public final class WorkspaceLoader {

  /** Stands for the name of the user of this system, wherever a location is named. */
  private static final String USER = "{user}";

  private WorkspaceLoader() {}

  /**
   * Reads settings and every contract.
   *
   * @param root folder that holds {@code assize.yaml}
   * @param environment entry below {@code environments:}; empty means the top-level settings
   * @param problems receives every fault of every file; the result may be used only if it is empty.
   *     A workspace for another version of Assize has that fault alone: contracts are not read
   */
  public static Workspace load(Path root, Optional<String> environment, Problems problems) {
    Path folder = root.toAbsolutePath().normalize();
    return load(folder, folder, Optional.empty(), environment, problems);
  }

  /**
   * The same with contracts, queries and jars of a deployment. Settings stay those of the folder.
   *
   * @param copy folder that holds what is in the bundle
   * @param bundle its name
   */
  public static Workspace deployed(
      Path root, Path copy, String bundle, Optional<String> environment, Problems problems) {
    Path folder = root.toAbsolutePath().normalize();
    return load(folder, copy, Optional.of(bundle), environment, problems);
  }

  /** Where the tables of an environment live, whatever its contracts say. */
  public static URI warehouse(Path root, Optional<String> environment, Problems problems) {
    Path folder = root.toAbsolutePath().normalize();
    return location(folder, Settings.read(folder, environment, problems).warehouse());
  }

  private static Workspace load(
      Path folder,
      Path contracts,
      Optional<String> bundle,
      Optional<String> environment,
      Problems problems) {
    Settings settings = Settings.read(folder, environment, problems);
    List<Domain> domains = isForAnotherVersion(problems) ? List.of() : domains(contracts, problems);
    refuseSharedIds(domains, problems);
    return new Workspace(
        contracts,
        environment.orElse("default"),
        location(folder, settings.warehouse()),
        location(folder, settings.landing()),
        settings.needsApproval(),
        settings.airflow(),
        settings.outlets(),
        domains,
        settings.chain(),
        settings.id(),
        List.of(),
        bundle);
  }

  private static boolean isForAnotherVersion(Problems problems) {
    return problems.all().stream().anyMatch(fault -> fault.code() == ErrorCode.OTHER_VERSION);
  }

  /**
   * Reads every contract below {@code schemas/} of a folder that need not be a whole workspace.
   *
   * @param root absolute
   */
  public static List<Domain> domains(Path root, Problems problems) {
    ColumnStandards standards = ColumnStandards.of(root, problems);
    List<Domain> domains = new ArrayList<>();
    for (Path folder : domainFolders(root, problems)) {
      domains.add(ContractReader.readDomain(folder, root, standards, problems));
    }
    return domains;
  }

  private static List<Path> domainFolders(Path root, Problems problems) {
    Path schemas = root.resolve("schemas");
    if (!Files.isDirectory(schemas)) {
      problems.add(
          ErrorCode.WORKSPACE_INVALID,
          new Place("schemas", 0),
          "The workspace has no folder `schemas`.",
          "Contracts stand in schemas/<domain>/<table>.odcs.yaml.",
          "Run `assize init`, or name the right folder with --workspace.");
      return List.of();
    }
    try (Stream<Path> entries = Files.list(schemas)) {
      return entries
          .filter(Files::isDirectory)
          .filter(folder -> !folder.getFileName().toString().startsWith("_"))
          .filter(folder -> !folder.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      problems.add(
          ErrorCode.WORKSPACE_INVALID,
          new Place("schemas", 0),
          "The folder `schemas` cannot be listed.",
          "",
          "Check its permissions.");
      return List.of();
    }
  }

  private static void refuseSharedIds(List<Domain> domains, Problems problems) {
    Map<String, DataContract> byId = new HashMap<>();
    for (Domain domain : domains) {
      for (DataContract contract : domain.contracts()) {
        DataContract other = byId.putIfAbsent(contract.id(), contract);
        if (other != null && !other.name().domain().equals(contract.name().domain())) {
          problems.add(
              ErrorCode.DUPLICATE_ID,
              contract.place(),
              "The id `" + contract.id() + "` is also the id of " + other.place() + ".",
              "An id names one contract for ever.",
              "Give this contract an id of its own, for example `"
                  + contract.name().domain()
                  + "."
                  + contract.name().table()
                  + "`.");
        }
      }
    }
  }

  private static String user() {
    return System.getProperty("user.name", "nobody").replaceAll("[^A-Za-z0-9_.-]", "-");
  }

  /** A folder of the settings: relative to the workspace, or a URI. */
  static URI location(Path root, String text) {
    String named = text.replace(USER, user());
    URI uri = URI.create(named.replace(" ", "%20"));
    return uri.getScheme() == null ? root.resolve(named).normalize().toUri() : uri;
  }
}
