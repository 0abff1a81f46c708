package org.assize.synthetic;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/** What all deliveries of one demo share: where they go and how large they are. */
record Demo(Path landing, long seed, LocalDate firstDay, int days, int wearers) {

  static final ZoneId LONDON = ZoneId.of("Europe/London");

  Demo {
    if (days < 1 || wearers < 1) {
      throw new IllegalArgumentException("A demo has at least one day and one wearer.");
    }
  }

  LocalDate day(int index) {
    return firstDay.plusDays(index);
  }

  /** The second with which a day begins in UTC. */
  long midnight(int index) {
    return (firstDay.toEpochDay() + index) * 86_400;
  }

  Draw draw(long... words) {
    return Draw.of(seed, words);
  }

  /** A new file below landing; its folders are made. */
  OutputStream open(String path) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    return new BufferedOutputStream(Files.newOutputStream(file));
  }
}
