package org.assize.cli;

import java.util.ArrayList;
import java.util.List;

/** Where an exception came from, without its message: messages of others hold values of rows. */
final class InnerStory {

  private static final int FRAMES = 40;

  private InnerStory() {}

  static List<String> of(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    for (Throwable each : Failure.chain(thrown)) {
      lines.add((lines.isEmpty() ? "" : "caused by ") + each.getClass().getName());
      StackTraceElement[] frames = each.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        lines.add("    at " + frames[i]);
      }
    }
    return lines;
  }
}
