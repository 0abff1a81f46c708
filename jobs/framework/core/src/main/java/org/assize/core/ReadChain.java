package org.assize.core;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;

/** Which environments an environment reads from: the one that it names, the one that names, … */
record ReadChain(Path root, Map<String, Settings> environments, Problems problems) {

  /** Names the settings at the top of the file, where no environment is called so. */
  static final String TOP = "default";

  /** What an environment says. */
  record Said(String environment, Place place) {}

  static ReadChain of(
      Path root, Settings top, Map<String, Settings> environments, Problems problems) {
    Map<String, Settings> all = new LinkedHashMap<>();
    all.put(TOP, top);
    all.putAll(environments);
    return new ReadChain(root, all, problems);
  }

  /** Reports unknown names, circles, and warehouses that would be read and written. */
  void check() {
    environments.keySet().forEach(name -> from(name, problems));
  }

  /** The environments that one reads from, nearest first. */
  List<ReadEnvironment> from(String environment) {
    return from(environment, new Problems());
  }

  private List<ReadEnvironment> from(String environment, Problems found) {
    List<ReadEnvironment> chain = new ArrayList<>();
    List<String> path = new ArrayList<>(List.of(environment));
    Settings reader = environments.getOrDefault(environment, Settings.DEFAULT);
    Settings current = reader;
    while (current.readsFrom().isPresent()) {
      String next = current.readsFrom().get().environment();
      Optional<Fault> fault = fault(next, path, reader);
      if (fault.isPresent()) {
        if (fault.get().isOf(path)) {
          add(reader.readsFrom().orElseThrow(), environment, fault.get(), found);
        }
        return chain;
      }
      path.add(next);
      current = environments.getOrDefault(next, Settings.DEFAULT);
      chain.add(
          new ReadEnvironment(next, location(current.warehouse()), location(current.landing())));
    }
    return chain;
  }

  /** What is wrong with the last step of a path, and which environment's fault it is. */
  private record Fault(String cause, String mend, String whose) {

    boolean isOf(List<String> path) {
      return whose.equals(path.get(0));
    }
  }

  private Optional<Fault> fault(String next, List<String> path, Settings reader) {
    Settings named = environments.get(next);
    if (named == null) {
      return Optional.of(
          new Fault(
              "There is no environment `" + next + "`.",
              Nearest.hint(next, environments.keySet()),
              path.get(path.size() - 1)));
    }
    if (path.contains(next)) {
      return Optional.of(
          new Fault(
              "It would read from itself: " + String.join(" → ", path) + " → " + next + ".",
              "Leave `readsFrom` out of one of them.",
              next));
    }
    boolean isOne = location(named.warehouse()).equals(location(reader.warehouse()));
    return isOne
        ? Optional.of(
            new Fault(
                "It has the warehouse of `" + next + "`, which would be written.",
                "Give `" + path.get(0) + "` a `warehouse:` of its own.",
                path.get(0)))
        : Optional.empty();
  }

  private URI location(String folder) {
    return WorkspaceLoader.location(root, folder);
  }

  private static void add(Said said, String environment, Fault fault, Problems found) {
    found.add(
        ErrorCode.WORKSPACE_INVALID,
        said.place(),
        "Environment `" + environment + "` cannot read from `" + said.environment() + "`.",
        fault.cause(),
        fault.mend());
  }
}
