package org.assize.spark.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.assize.contract.Drift;
import org.assize.contract.Format;
import org.assize.contract.Source;
import org.assize.contract.ValueFormats;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;

/** Sources and deliveries for tests. */
public final class Landings {

  public static final Configuration HADOOP = new Configuration();

  private Landings() {}

  public static Source source(Format format, String files) {
    return source(format, files, ',', ValueFormats.DEFAULT);
  }

  public static Source source(Format format, String files, char delimiter, ValueFormats formats) {
    var place = new Place("schemas/tests/thing.odcs.yaml", 7);
    return new Source(
        "tests", "thing", place, files, format, delimiter, formats, Drift.QUARANTINE, true);
  }

  /** Puts a file below the landing root. */
  public static Path deliver(Path root, String name, byte[] content) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static Path deliver(Path root, String name, String content) {
    return deliver(root, name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Everything delivered for the source, scanned. */
  public static List<ScannedFile> scanned(Path root, Source source, long rangeBytes) {
    return LandingFolder.list(source, root.toUri(), HADOOP, new Problems()).stream()
        .map(file -> FileScan.scan(file, source, HADOOP, rangeBytes))
        .toList();
  }
}
