package org.assize.airflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assize.contract.DatasetName;
import org.assize.contract.Schedule;
import org.assize.core.AirflowSettings;
import org.assize.core.Workspace;
import org.assize.core.deploy.Bundle;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.Task;

/** A pipeline as the JSON that the factory makes a DAG of: keys in order, no fact left to it. */
final class DagDeclaration {

  private static final ObjectWriter WRITER =
      new ObjectMapper()
          .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
          .writer(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private final Workspace workspace;
  private final Optional<String> bundle;

  /** A workspace that deploys has its DAGs run what it deployed, and nothing that came after. */
  DagDeclaration(Workspace workspace) {
    this.workspace = workspace;
    this.bundle = workspace.id().map(id -> Bundle.of(workspace).name());
  }

  String of(Pipeline pipeline) {
    Map<String, Object> dag = new TreeMap<>();
    dag.put("dag_id", pipeline.id());
    dag.put("owner", pipeline.owner().isEmpty() ? pipeline.domain() : pipeline.owner());
    dag.put("tags", List.of("assize", pipeline.domain()));
    dag.put("pool", pool(pipeline.domain()));
    dag.put("retries", pipeline.runs().retries());
    dag.put("retry_seconds", pipeline.runs().retryAfter().toSeconds());
    dag.put("timeout_seconds", pipeline.runs().timeout().toSeconds());
    dag.put("command", command());
    dag.put("awaited", pipeline.awaited().stream().map(DagDeclaration::asset).toList());
    pipeline.schedule().ifPresent(schedule -> dag.put("schedule", schedule(schedule)));
    dag.put("tasks", pipeline.tasks().stream().map(DagDeclaration::task).toList());
    try {
      return WRITER.writeValueAsString(dag) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text and numbers can be written", e);
    }
  }

  /** Name of the pool that keeps one domain's tasks from taking another's place. */
  static String pool(String domain) {
    return "assize_" + domain;
  }

  private List<String> command() {
    List<String> words =
        new ArrayList<>(
            workspace.airflow().map(AirflowSettings::command).orElse(List.of("assize")));
    workspace
        .airflow()
        .flatMap(AirflowSettings::submit)
        .ifPresent(submit -> words.addAll(SubmitWords.of(submit)));
    words.addAll(List.of("run", "--quiet"));
    workspace
        .airflow()
        .flatMap(AirflowSettings::workspace)
        .ifPresent(folder -> words.addAll(List.of("--workspace", folder)));
    if (!workspace.environment().equals("default")) {
      words.addAll(List.of("--env", workspace.environment()));
    }
    bundle.ifPresent(name -> words.addAll(List.of("--bundle", name)));
    return words;
  }

  private static Map<String, Object> schedule(Schedule schedule) {
    Map<String, Object> json = new TreeMap<>();
    json.put("cron", schedule.cron().toString());
    json.put("timezone", schedule.timezone().getId());
    json.put("catchup", schedule.missed() == Schedule.Missed.ALL);
    schedule.start().ifPresent(day -> json.put("start", day.toString()));
    return json;
  }

  private static Map<String, Object> task(Task task) {
    Map<String, Object> json = new TreeMap<>();
    json.put("id", task.id());
    json.put("after", task.after().stream().sorted().toList());
    json.put("by_interval", task.isByInterval());
    json.put("tables", task.tables().stream().map(DatasetName::selector).toList());
    json.put("publishes", task.published().stream().map(DagDeclaration::asset).toList());
    return json;
  }

  private static Map<String, String> asset(DatasetName table) {
    Map<String, String> asset = new TreeMap<>();
    asset.put("name", table.toString());
    asset.put("uri", "assize://" + table.database() + "/" + table.table());
    return asset;
  }
}
