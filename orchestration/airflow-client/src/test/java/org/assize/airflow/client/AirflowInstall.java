package org.assize.airflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The scripts of orchestration/airflow/server, over the installation that ASSIZE_AIRFLOW names. */
record AirflowInstall(Path folder) {

  static Optional<AirflowInstall> named() {
    return Optional.ofNullable(System.getenv("ASSIZE_AIRFLOW"))
        .map(folder -> new AirflowInstall(Path.of(folder).toAbsolutePath()));
  }

  /** Runs one of the scripts to its end and answers what it printed. */
  String run(String script, String... more) {
    List<String> command = new ArrayList<>(List.of(scripts().resolve(script).toString()));
    command.add(folder.toString());
    command.addAll(List.of(more));
    try {
      Path said = Files.createTempFile("airflow-" + script, ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      assertThat(process.waitFor(240, TimeUnit.SECONDS)).as(script + " ends").isTrue();
      String text = Files.readString(said);
      Files.delete(said);
      assertThat(process.exitValue()).as(script + " said: " + text).isZero();
      return text.strip();
    } catch (IOException failed) {
      throw new AssertionError(script + " cannot be run", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(script + " was interrupted", interrupted);
    }
  }

  String password(String user) {
    try {
      return new JsonMapper()
          .readTree(folder.resolve("server/passwords.json").toFile())
          .get(user)
          .asText();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path scripts() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(here.resolve("assize"))) {
      here = here.getParent();
    }
    return here.resolve("orchestration/airflow/server");
  }
}
