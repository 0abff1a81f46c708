package org.assize.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.assize.airflow.DagFiles;
import org.assize.airflow.DagFolder;
import org.assize.airflow.DagFolder.Difference;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.AirflowSettings;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.Pipelines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives the schedules of a workspace to Airflow. */
@Command(
    footer = {
      "",
      "Examples",
      "  assize airflow generate --env prod",
      "  assize airflow generate --out dags --check"
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
    List<Pipeline> pipelines = Pipelines.of(checked.workspace(), checked.graph().definitions());
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

  private Path folder(CheckedWorkspace checked, Optional<Path> out) {
    Path root = checked.workspace().root();
    return out.or(
            () -> checked.workspace().airflow().flatMap(AirflowSettings::dags).map(root::resolve))
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
    for (Difference difference : differences) {
      session.say(difference.kind().word() + " " + difference.path());
    }
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
            .put(
                "changes",
                differences.stream()
                    .map(d -> Json.object().put("path", d.path()).put("change", d.kind().word()))
                    .toList()));
    return exitCode;
  }
}
