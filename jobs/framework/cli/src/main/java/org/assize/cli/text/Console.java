package org.assize.cli.text;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where words go: results to {@code out}, everything else to {@code err}.
 *
 * @param outStyle colours for {@code out}
 * @param errStyle colours for {@code err}
 * @param outScreen what stands behind {@code out}
 * @param errScreen what stands behind {@code err}
 */
public record Console(
    PrintStream out,
    PrintStream err,
    Style outStyle,
    Style errStyle,
    Screen outScreen,
    Screen errScreen) {

  /** The console of this process: colours only on a terminal and where NO_COLOR is not set. */
  public static Console ofProcess(Map<String, String> variables) {
    return new Console(
        System.out,
        System.err,
        style(screenOf(1), variables),
        style(screenOf(2), variables),
        screenOf(1),
        screenOf(2));
  }

  static Style style(Screen screen, Map<String, String> variables) {
    boolean wanted =
        variables.getOrDefault("NO_COLOR", "").isEmpty()
            && !variables.getOrDefault("TERM", "").equals("dumb");
    return screen == Screen.TERMINAL && wanted ? Style.COLOURED : Style.PLAIN;
  }

  @SuppressWarnings("SystemConsoleNull") // Only Java 17 is supported, where it may be null.
  private static Screen screenOf(int fileDescriptor) {
    Path link = Path.of("/proc/self/fd/" + fileDescriptor);
    try {
      String target = Files.readSymbolicLink(link).toString();
      boolean terminal = target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      return terminal ? Screen.TERMINAL : Screen.PAPER;
    } catch (IOException | UnsupportedOperationException e) {
      // No /proc outside Linux: the JDK knows a terminal only when input is one too.
      return System.console() == null ? Screen.PAPER : Screen.TERMINAL;
    }
  }

  /** What shows the words. */
  public enum Screen {
    /** A terminal: lines can be drawn again. */
    TERMINAL,
    /** A file, a pipe, a log: a line stays where it is. */
    PAPER
  }
}
