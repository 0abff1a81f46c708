package org.assize.bench.faults;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assize.bench.Template;
import org.assize.synthetic.FaultyDetentions;
import org.assize.synthetic.FaultySearches;
import org.assize.synthetic.PlantedRows;
import org.assize.synthetic.RepeatedReceptions;

/**
 * A workspace with faulty deliveries and nothing run yet.
 *
 * @param planted the answer, by the name of the table
 */
record FaultyWorkspace(Path folder, Map<String, PlantedRows> planted) {

  private static final String DAY = "2026-12-01";

  /**
   * Lays it into an empty folder.
   *
   * @param sound rows of each table without a fault
   * @param each rows that are planted for each fault
   */
  static FaultyWorkspace lay(Template template, Path folder, long seed, int sound, int each)
      throws IOException {
    template.copyTo(folder);
    Map<String, PlantedRows> planted = new LinkedHashMap<>();
    try (OutputStream out = delivery(folder, "station", "csv")) {
      FaultyDetentions.writeStations(out);
    }
    try (OutputStream out = delivery(folder, "detention", "csv")) {
      planted.put("detention", FaultyDetentions.write(out, seed, sound, each));
    }
    try (OutputStream out = delivery(folder, "search", "jsonl")) {
      planted.put("search", FaultySearches.write(out, seed, sound, each));
    }
    try (OutputStream out = delivery(folder, "reception", "csv")) {
      planted.put("reception", RepeatedReceptions.write(out, sound, each));
    }
    return new FaultyWorkspace(folder, planted);
  }

  private static OutputStream delivery(Path folder, String table, String format)
      throws IOException {
    Path landing = Files.createDirectories(folder.resolve("landing/custody").resolve(table));
    return new BufferedOutputStream(
        Files.newOutputStream(landing.resolve(DAY + "." + format)), 1 << 16);
  }
}
