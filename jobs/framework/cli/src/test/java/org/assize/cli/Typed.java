package org.assize.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.assize.cli.text.Console;
import org.assize.cli.text.Console.Screen;
import org.assize.cli.text.Style;

/** What a command line answered when somebody typed it. */
record Typed(int exitCode, String out, String err) {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

  /** Types a command line in a folder of a house. */
  static Typed in(Path folder, House house, String... words) {
    return in(folder, house, Map.of(), words);
  }

  static Typed in(Path folder, House house, Map<String, String> variables, String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(stream(out), stream(err), Style.PLAIN, Style.PLAIN, Screen.PAPER, Screen.PAPER);
    int exitCode =
        new CommandTree(new Surroundings(console, folder, variables, CLOCK, house)).run(words);
    return new Typed(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
