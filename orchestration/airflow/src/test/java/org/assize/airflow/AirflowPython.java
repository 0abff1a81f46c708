package org.assize.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The Python of an installed Airflow, asked without a server. */
record AirflowPython(Path python, Path folder) {

  /** The one that the environment variable ASSIZE_AIRFLOW names; skips the test aloud without. */
  static AirflowPython installed(Path folder) {
    Optional<Path> python =
        Optional.ofNullable(System.getenv("ASSIZE_AIRFLOW"))
            .map(home -> Path.of(home, "venv/bin/python"));
    Assumptions.assumeTrue(
        python.isPresent(),
        "skipped: no Airflow; make one with orchestration/airflow/server/install DIR and set"
            + " ASSIZE_AIRFLOW=DIR");
    return new AirflowPython(python.orElseThrow(), folder);
  }

  /** What a script beside this class prints, line by line. */
  List<String> lines(String script, String... arguments) throws IOException, InterruptedException {
    Path file = folder.resolve(script);
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(script))) {
      Files.write(file, in.readAllBytes());
    }
    List<String> command = new ArrayList<>(List.of(python.toString(), file.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    var process =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    process.environment().put("AIRFLOW_HOME", folder.resolve("airflow").toString());
    process.environment().put("AIRFLOW__CORE__LOAD_EXAMPLES", "False");
    process.environment().put("PYTHONPATH", folder.resolve("dags").toString());
    process.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    int exitCode = process.start().waitFor();
    assertThat(exitCode).as(Files.readString(err)).isZero();
    return Files.readAllLines(out);
  }
}
