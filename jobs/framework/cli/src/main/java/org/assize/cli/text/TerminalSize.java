package org.assize.cli.text;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** How many characters a terminal shows below and beside one another; both are at least 1. */
public record TerminalSize(int rows, int columns) {

  private static final TerminalSize USUAL = new TerminalSize(24, 80);

  /** The size of the terminal of this process now, or the usual one where nobody knows it. */
  public static TerminalSize now() {
    try {
      // Java asks no terminal for its size.
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return stty.waitFor(1, TimeUnit.SECONDS) ? read(said) : USUAL;
    } catch (IOException e) {
      return USUAL;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL;
    }
  }

  /** Reads rows and columns, with a blank between. */
  static TerminalSize read(String words) {
    String[] numbers = words.strip().split(" ", -1);
    if (numbers.length != 2 || !words.strip().matches("[1-9]\\d{0,4} [1-9]\\d{0,4}")) {
      return USUAL;
    }
    return new TerminalSize(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }
}
