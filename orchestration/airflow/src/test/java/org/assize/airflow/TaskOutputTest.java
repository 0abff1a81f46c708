package org.assize.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.assize.airflow.client.LogLine;
import org.junit.jupiter.api.Test;

class TaskOutputTest {

  private static final LogLine THROWN =
      new LogLine(
          Optional.empty(),
          "error",
          "Task failed with exception\nAirflowFailException: held: the gate did not let it pass");

  @Test
  void what_the_command_said_is_kept_and_what_airflow_wrote_around_it_is_not() {
    TaskOutput output =
        read(
            info("::group::Pre Execute"),
            info("DAG bundles loaded: dags-folder"),
            info("Running command: ['assize', 'run', 'shop/takings']"),
            info("Output:"),
            info("table         outcome"),
            info("  shop/takings  held\t1"),
            info("Command exited with return code 4"),
            THROWN,
            info("::group::Post Execute"),
            info("Finished"));

    assertThat(output.lines())
        .containsExactly(
            "table         outcome",
            "  shop/takings  held\t1",
            "held: the gate did not let it pass");
    assertThat(output.exitCode()).hasValue(4);
  }

  @Test
  void a_command_that_was_killed_has_no_exit_code() {
    TaskOutput output = read(info("Output:"), info("half"));

    assertThat(output.lines()).containsExactly("half");
    assertThat(output.exitCode()).isEmpty();
  }

  @Test
  void where_the_command_did_not_begin_all_is_kept() {
    TaskOutput output =
        read(
            info("::group::Pre Execute"),
            info("DAG bundles loaded: dags-folder"),
            new LogLine(
                Optional.empty(), "error", "Task failed with exception\nOSError: no such file"));

    assertThat(output.lines())
        .containsExactly("DAG bundles loaded: dags-folder", "OSError: no such file");
  }

  @Test
  void nothing_in_a_log_speaks_to_the_terminal() {
    assertThat(read(info("Output:"), info("a\u001b[2Jb\u009b1m")).lines())
        .containsExactly("a[2Jb1m");
  }

  private static TaskOutput read(LogLine... log) {
    return TaskOutput.of(Stream.of(log).toList());
  }

  private static LogLine info(String text) {
    return new LogLine(Optional.empty(), "info", text);
  }
}
