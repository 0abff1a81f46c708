package org.assize.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.assize.cli.text.Console;

/**
 * Everything outside that a verb may touch, so that tests can bring their own.
 *
 * @param workingFolder folder from which the workspace is looked for
 * @param variables environment variables
 */
record Surroundings(
    Console console, Path workingFolder, Map<String, String> variables, Clock clock, House house) {

  Surroundings {
    variables = Map.copyOf(variables);
  }

  /** Who calls, by the name of the system's user. */
  String user() {
    return variables.getOrDefault("USER", System.getProperty("user.name", "unknown"));
  }

  /** Whether the user asked for the inner story of unexpected failures. */
  boolean debugging() {
    return !variables.getOrDefault("ASSIZE_DEBUG", "").isEmpty();
  }
}
