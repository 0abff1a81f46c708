package org.assize.airflow;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assize.airflow.client.LogLine;

/** What the command of a task said and how it ended, out of all that Airflow wrote around it. */
final class TaskOutput {

  private static final String BEGIN = "Output:";
  private static final Pattern END = Pattern.compile("Command exited with return code (-?\\d+)");
  private static final Pattern OUR_EXCEPTIONS = Pattern.compile("^Airflow(Fail|Skip)?Exception: ");

  private final List<String> lines = new ArrayList<>();
  private OptionalInt exitCode = OptionalInt.empty();

  private TaskOutput() {}

  /** Reads the log of one try. Where the command did not begin, everything is kept. */
  static TaskOutput of(List<LogLine> log) {
    var output = new TaskOutput();
    for (LogLine line : log) {
      output.take(line);
    }
    return output;
  }

  private void take(LogLine line) {
    Matcher end = END.matcher(line.text());
    if (line.text().equals(BEGIN)) {
      lines.clear();
    } else if (end.matches()) {
      exitCode = OptionalInt.of(Integer.parseInt(end.group(1)));
    } else if (isError(line)) {
      // The first line only says that something was thrown.
      line.text()
          .lines()
          .skip(1)
          .map(OUR_EXCEPTIONS::matcher)
          .forEach(m -> add(m.replaceFirst("")));
    } else if (exitCode.isEmpty() && !line.text().startsWith("::")) {
      line.text().lines().forEach(this::add);
    }
  }

  private static boolean isError(LogLine line) {
    return line.level().equals("error") && line.text().contains("\n");
  }

  /** A log may hold what moves the cursor of a terminal. */
  private void add(String text) {
    lines.add(text.replaceAll("[\\p{IsControl}&&[^\\t]]", "").stripTrailing());
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** How the command ended; empty where it did not, or was killed. */
  OptionalInt exitCode() {
    return exitCode;
  }
}
