package org.assize.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What {@code assize.yaml} says: where tables and deliveries live, what runs them, who is told. */
record Settings(
    String warehouse,
    String landing,
    boolean needsApproval,
    Optional<AirflowSettings> airflow,
    Outlets outlets,
    Optional<ReadChain.Said> readsFrom,
    Optional<String> id,
    List<ReadEnvironment> chain) {

  private static final String FILE = "assize.yaml";
  private static final List<String> SHARED =
      List.of("warehouse", "landing", "approval", "airflow", "alerts", "lineage");
  private static final List<String> TOP =
      Stream.of(List.of("version"), SHARED, List.of("id", "environments"))
          .flatMap(List::stream)
          .toList();
  private static final List<String> KEYS =
      Stream.concat(SHARED.stream(), Stream.of("readsFrom")).toList();

  /** What holds where the file says nothing. */
  static final Settings DEFAULT =
      new Settings(
          "warehouse",
          "landing",
          false,
          Optional.empty(),
          Outlets.NONE,
          Optional.empty(),
          Optional.empty(),
          List.of());

  static Settings read(Path root, Optional<String> environment, Problems problems) {
    Path file = root.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      problems.add(
          ErrorCode.WORKSPACE_INVALID,
          new Place(FILE, 0),
          "There is no `assize.yaml` in " + root.getFileName() + ".",
          "It marks the root of a workspace.",
          "Run `assize init`, or name the right folder with --workspace.");
      return DEFAULT;
    }
    try {
      var loader = new LoaderOptions();
      loader.setAllowDuplicateKeys(false);
      Node node = new Yaml(loader).compose(Files.newBufferedReader(file));
      return node == null ? DEFAULT : new Reader(root, problems).top(node, environment);
    } catch (MarkedYAMLException e) {
      problems.add(
          ErrorCode.YAML_SYNTAX,
          new Place(FILE, e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1),
          "The file is not valid YAML.",
          "",
          "Mend the line named.");
    } catch (IOException e) {
      problems.add(ErrorCode.NO_PERMISSION, new Place(FILE, 0), "The file cannot be read.", "", "");
    }
    return DEFAULT;
  }

  private Settings reading(List<ReadEnvironment> environments) {
    return new Settings(
        warehouse, landing, needsApproval, airflow, outlets, readsFrom, id, environments);
  }

  /** Reads nodes, and tells what is wrong with them. */
  record Reader(Path root, Problems problems) {

    Settings top(Node node, Optional<String> environment) {
      Map<String, Node> keys = keys(node, TOP);
      Stream.ofNullable(keys.get("version")).forEach(this::refuseAnotherVersion);
      Settings common = settings(keys, DEFAULT);
      Map<String, Node> known =
          keys.containsKey("environments") ? keys(keys.get("environments"), List.of()) : Map.of();
      Map<String, Settings> environments = new LinkedHashMap<>();
      known.forEach((name, entry) -> environments.put(name, settings(keys(entry, KEYS), common)));
      var chain = ReadChain.of(root, common, environments, problems);
      chain.check();
      if (environment.isEmpty()) {
        return common;
      }
      Settings chosen = environments.get(environment.get());
      if (chosen == null) {
        problems.add(
            ErrorCode.WORKSPACE_INVALID,
            place(keys.getOrDefault("environments", node)),
            "There is no environment `" + environment.get() + "`.",
            known.isEmpty()
                ? "None is declared."
                : "Declared: " + String.join(", ", known.keySet()) + ".",
            "Declare it below `environments:` in assize.yaml, or name another with --env.");
        return common;
      }
      return chosen.reading(chain.from(environment.get()));
    }

    private void refuseAnotherVersion(Node node) {
      String program = ProgramVersion.current();
      String pinned = text(node, program);
      if (!pinned.equals(program)) {
        problems.add(
            ErrorCode.OTHER_VERSION,
            place(node),
            "This workspace is for Assize " + pinned + "; this is " + program + ".",
            "",
            "Start it with the release "
                + pinned
                + ", or write `version: "
                + program
                + "` and see by `assize check` and `assize test` that all is well.");
      }
    }

    private Settings settings(Map<String, Node> keys, Settings fallback) {
      return new Settings(
          text(keys.get("warehouse"), fallback.warehouse()),
          text(keys.get("landing"), fallback.landing()),
          needsApproval(keys.get("approval"), fallback.needsApproval()),
          Optional.ofNullable(keys.get("airflow"))
              .map(node -> new AirflowReading(this).settings(node))
              .or(fallback::airflow),
          new OutletSettings(this).outlets(keys, fallback.outlets()),
          Optional.ofNullable(keys.get("readsFrom")).map(this::said),
          Optional.ofNullable(keys.get("id")).map(word -> text(word, "")).or(fallback::id),
          List.of());
    }

    private ReadChain.Said said(Node node) {
      return new ReadChain.Said(text(node, ""), place(node));
    }

    private boolean needsApproval(@org.jspecify.annotations.Nullable Node node, boolean fallback) {
      if (node == null) {
        return fallback;
      }
      String word = text(node, "");
      if (!word.equals("required") && !word.equals("none")) {
        problems.add(
            ErrorCode.UNKNOWN_VALUE,
            place(node),
            "`approval` is `required` or `none`.",
            "It says whether a saved plan is carried out only after somebody approved it.",
            "");
      }
      return word.equals("required");
    }

    String text(@org.jspecify.annotations.Nullable Node node, String fallback) {
      if (node == null) {
        return fallback;
      }
      if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        return scalar.getValue();
      }
      problems.add(
          ErrorCode.WRONG_TYPE, place(node), "A word, a path or a URI is expected here.", "", "");
      return fallback;
    }

    /** Keys of a mapping; with an empty list of known keys every key is fine. */
    Map<String, Node> keys(Node node, List<String> known) {
      Map<String, Node> keys = new LinkedHashMap<>();
      if (!(node instanceof MappingNode mapping)) {
        problems.add(
            ErrorCode.WRONG_TYPE,
            place(node),
            "A mapping of keys to values is expected here.",
            "",
            "");
        return keys;
      }
      for (NodeTuple entry : new ArrayList<>(mapping.getValue())) {
        String key = ((ScalarNode) entry.getKeyNode()).getValue();
        if (!known.isEmpty() && !known.contains(key)) {
          problems.add(
              ErrorCode.UNKNOWN_KEY,
              place(entry.getKeyNode()),
              "Unknown key `" + key + "`.",
              "Known: " + String.join(", ", known) + ".",
              Nearest.hint(key, known));
        }
        keys.put(key, entry.getValueNode());
      }
      return keys;
    }

    static Place place(Node node) {
      return new Place(FILE, node.getStartMark().getLine() + 1);
    }
  }
}
