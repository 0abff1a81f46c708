package org.assize.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The version of Assize that runs, as its build wrote it down. */
public final class ProgramVersion {

  private ProgramVersion() {}

  /** For example {@code 1.4.0}, or {@code 1.4.0-SNAPSHOT} before that is released. */
  public static String current() {
    try (InputStream file =
        Objects.requireNonNull(ProgramVersion.class.getResourceAsStream("version"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
