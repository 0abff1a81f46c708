package org.assize.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.assize.cli.text.Console;

/** The entry point of the process: runs one verb and ends with its exit code. */
public final class Main {

  private Main() {}

  /** Runs the verb that the arguments name and ends the process. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs the verb that the arguments name and answers its exit code. Never throws. */
  public static int run(String... args) {
    Map<String, String> variables = System.getenv();
    var surroundings =
        new Surroundings(
            Console.ofProcess(variables),
            Path.of(""),
            variables,
            Clock.systemUTC(),
            new SparkHouse());
    int exitCode = new CommandTree(surroundings).run(args);
    System.out.flush();
    return exitCode;
  }
}
