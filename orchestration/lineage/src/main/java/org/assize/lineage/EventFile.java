package org.assize.lineage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of its own for each run, so that no two processes write to one. */
record EventFile(Path file) implements Recipient {

  @Override
  public void take(String event) throws Undelivered {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          event + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new Undelivered(
          "The folder " + file.getParent() + " takes no file: " + e.getClass().getSimpleName());
    }
  }
}
