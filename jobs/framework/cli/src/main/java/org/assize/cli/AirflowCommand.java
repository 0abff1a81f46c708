package org.assize.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.assize.airflow.DagFiles;
import org.assize.airflow.DagFolder;
import org.assize.airflow.DagFolder.Difference;
import org.assize.airflow.Deployment;
import org.assize.airflow.client.Sleeper;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.AirflowSettings;
import org.assize.core.Workspace;
import org.assize.core.deploy.Bundle;
import org.assize.core.schedule.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Gives the schedules of a workspace to Airflow. */
@Command(
    footer = {
      "",
      "Examples",
      "  assize airflow generate --out dags --check",
      "  assize airflow sync --env prod"
    })
final class AirflowCommand {

  private final Session session;

  AirflowCommand(Session session) {
    this.session = session;
  }

  @Command(
      description = {
        "Write a DAG for each pipeline: the tables of a domain that have one schedule.",
        "Writing twice gives the same bytes; files of pipelines that are gone are removed."
      },
      footer = {"", "Examples", "  assize airflow generate --env prod"})
  int generate(
      @Option(
              names = "--out",
              paramLabel = "DIR",
              description = "Folder of DAGs. Default: `airflow: {dags: DIR}` of the environment.")
          Optional<Path> out,
      @Option(
              names = "--check",
              description = "Write nothing; exit code 1 where the folder differs.")
          boolean check) {
    CheckedWorkspace checked = session.checked();
    List<Pipeline> pipelines = checked.pipelines();
    Path folder = folder(checked, out);
    SortedMap<String, String> files = DagFiles.of(checked.workspace(), pipelines);
    List<Difference> differences;
    try {
      var dags = new DagFolder(folder);
      differences = dags.differences(files);
      if (!check) {
        dags.apply(differences);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tell(pipelines, folder, differences, check);
  }

  @Command(
      description = {
        "Make a running Airflow as the schedules want it: pools, DAG files, new DAGs let go.",
        "A DAG that somebody paused stays paused. Logs in with the password of the environment",
        "variable ASSIZE_AIRFLOW_PASSWORD."
      },
      footer = {
        "",
        "Examples",
        "  assize airflow sync --env prod --dry-run",
        "  assize airflow sync --env prod"
      })
  int sync(
      @Option(names = "--dry-run", description = "Say what would be done; do nothing.")
          boolean isDry) {
    CheckedWorkspace checked = session.checked();
    List<Pipeline> pipelines = checked.pipelines();
    Clock clock = session.surroundings().clock();
    var deployment =
        new Deployment(
            new AirflowAccess(session).server(checked.workspace()),
            new DagFolder(folder(checked, Optional.empty())),
            clock,
            Sleeper.real());
    requireDeployed(checked.workspace());
    Deployment.Steps steps;
    try {
      steps = deployment.steps(pipelines, DagFiles.of(checked.workspace(), pipelines));
      tell(steps);
      if (!isDry) {
        if (!steps.begin().isEmpty()) {
          session.step("Waiting until Airflow has read them.");
        }
        deployment.take(steps);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    session.say(
        Numbers.count(pipelines.size(), "pipeline")
            + (steps.isNothing() ? ", nothing to do." : isDry ? ", nothing done." : ", done."));
    session.answer(json(pipelines, steps, isDry));
    return ExitCode.OK;
  }

  /** Every run would fail otherwise. */
  private void requireDeployed(Workspace workspace) {
    Optional<String> bundle = workspace.id().map(id -> Bundle.of(workspace).name());
    if (bundle.isPresent()
        && !session.surroundings().house().shelf(workspace.warehouse()).holds(bundle.get())) {
      throw PlatformException.of(
          ErrorCode.BUNDLE_UNUSABLE,
          "What stands in this folder has not been deployed to `" + workspace.environment() + "`.",
          "The workspace has an id, and DAGs run what it deployed: bundle " + bundle.get() + ".",
          "Run `assize deploy --env " + workspace.environment() + "` first.");
    }
  }

  private void tell(Deployment.Steps steps) {
    steps
        .pools()
        .forEach((pool, slots) -> session.say("pool " + pool + " with " + slots + " slots"));
    tell(steps.files());
    steps.begin().forEach(dag -> session.say("begin " + dag));
  }

  private void tell(List<Difference> files) {
    files.forEach(file -> session.say(file.kind().word() + " " + file.path()));
  }

  private static List<Json> json(List<Difference> files) {
    return files.stream()
        .map(file -> Json.object().put("path", file.path()).put("change", file.kind().word()))
        .toList();
  }

  private static Json json(List<Pipeline> pipelines, Deployment.Steps steps, boolean isDry) {
    return Json.document("assize.airflow.sync/1")
        .put("dryRun", isDry)
        .put("pipelines", pipelines.stream().map(Pipeline::id).toList())
        .put("pools", List.copyOf(steps.pools().keySet()))
        .put("changes", json(steps.files()))
        .put("begin", steps.begin());
  }

  private Path folder(CheckedWorkspace checked, Optional<Path> out) {
    Path root = checked.workspace().root();
    Path here = session.surroundings().workingFolder();
    return out.map(here::resolve)
        .or(() -> checked.workspace().airflow().flatMap(AirflowSettings::dags).map(root::resolve))
        .orElseThrow(
            () ->
                PlatformException.of(
                    ErrorCode.USAGE,
                    "Nothing says where DAGs are written.",
                    "Environment `" + checked.workspace().environment() + "` names no folder.",
                    "Give --out DIR, or write `airflow: {dags: DIR}` in assize.yaml."));
  }

  private int tell(
      List<Pipeline> pipelines, Path folder, List<Difference> differences, boolean check) {
    tell(differences);
    session.say(
        Numbers.count(pipelines.size(), "pipeline")
            + ", "
            + (differences.isEmpty()
                ? "no file differs."
                : Numbers.count(differences.size(), "file")
                    + (check ? " would change." : " changed.")));
    int exitCode = check && !differences.isEmpty() ? 1 : 0;
    session.answer(
        Json.document("assize.airflow.generate/1")
            .put("exitCode", exitCode)
            .put("folder", folder.toString())
            .put("pipelines", pipelines.stream().map(Pipeline::id).toList())
            .put("changes", json(differences)));
    return exitCode;
  }
}
