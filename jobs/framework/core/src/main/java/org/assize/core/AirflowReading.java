package org.assize.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assize.contract.problem.ErrorCode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The part of {@code assize.yaml} that says how an Airflow runs an environment. */
record AirflowReading(Settings.Reader reader) {

  /** Keys that generated commands set: another value would break them, or lose their exit code. */
  private static final Map<String, String> OURS =
      Map.of(
          "spark.master", "It is `master`.",
          "spark.submit.deployMode",
              "It is always client: in cluster mode spark-submit does not end with the exit code of a"
                  + " run, and Airflow could not tell a hold from a failure.",
          "spark.driver.extraClassPath", "It is the folder lib of `home`.",
          "spark.executor.extraClassPath", "It is the folder lib of `home`.",
          "spark.driver.extraJavaOptions", "It is what the launcher gives to Java.",
          "spark.executor.extraJavaOptions", "It is what the launcher gives to Java.");

  /** What Spark itself hides, and the keys of storage accounts. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)secret|password|token|access[.]?key|account[.]?key");

  AirflowSettings settings(Node node) {
    Map<String, Node> keys =
        reader.keys(node, List.of("url", "user", "dags", "command", "workspace", "submit"));
    Optional<SubmitSettings> submit = Optional.ofNullable(keys.get("submit")).map(this::submit);
    String command = submit.isPresent() ? "spark-submit" : "assize";
    List<Node> words =
        keys.get("command") instanceof SequenceNode list
            ? list.getValue()
            : Stream.ofNullable(keys.get("command")).toList();
    return new AirflowSettings(
        reader.text(keys.get("url"), "http://localhost:8080"),
        reader.text(keys.get("user"), "admin"),
        Optional.ofNullable(keys.get("dags")).map(dags -> reader.text(dags, "")),
        words.isEmpty()
            ? List.of(command)
            : words.stream().map(word -> reader.text(word, command)).toList(),
        Optional.ofNullable(keys.get("workspace")).map(folder -> reader.text(folder, "")),
        submit);
  }

  private SubmitSettings submit(Node node) {
    Map<String, Node> keys = reader.keys(node, List.of("master", "home", "conf"));
    demand(keys, node, "master", "Write what spark-submit takes by --master, for example yarn.");
    demand(keys, node, "home", "Write the folder of the unpacked release where tasks run.");
    String home = reader.text(keys.get("home"), "");
    if (home.matches(".*[\\s:\"'*].*")) {
      fault(
          ErrorCode.WRONG_TYPE,
          keys.getOrDefault("home", node),
          "`home` is a folder without blanks, colons, quotes and stars in its path.",
          "It becomes part of Java's class path and options.",
          "");
    }
    SortedMap<String, String> conf = new TreeMap<>();
    Optional.ofNullable(keys.get("conf"))
        .ifPresent(
            all -> reader.keys(all, List.of()).forEach((key, value) -> one(key, value, conf)));
    return new SubmitSettings(reader.text(keys.get("master"), ""), home, conf);
  }

  private void demand(Map<String, Node> keys, Node node, String key, String mend) {
    if (!keys.containsKey(key)) {
      fault(ErrorCode.MISSING_KEY, node, "`submit` needs `" + key + "`.", "", mend);
    }
  }

  private void one(String key, Node value, SortedMap<String, String> conf) {
    String why = OURS.get(key);
    if (why != null) {
      fault(ErrorCode.WRONG_TYPE, value, "`" + key + "` is not set here.", why, "Take it out.");
    } else if (!key.startsWith("spark.")) {
      fault(
          ErrorCode.UNKNOWN_KEY,
          value,
          "`" + key + "` is no setting of Spark.",
          "spark-submit ignores keys that do not begin with `spark.`.",
          "");
    } else if (SECRET.matcher(key).find()) {
      fault(
          ErrorCode.WRONG_TYPE,
          value,
          "`" + key + "` is a secret, and would stand in a generated file.",
          "",
          "Write it into spark-defaults.conf where tasks run, and take it out of assize.yaml.");
    } else {
      conf.put(key, reader.text(value, ""));
    }
  }

  private void fault(ErrorCode code, Node node, String problem, String cause, String mend) {
    reader.problems().add(code, Settings.Reader.place(node), problem, cause, mend);
  }
}
