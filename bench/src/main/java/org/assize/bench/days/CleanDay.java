package org.assize.bench.days;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What two suppliers deliver of one day: volumes with noise that grow by a fifth of a percent a
 * day, alerts with a weekly pattern besides, waits that are skewed as waits are.
 */
record CleanDay(LocalDate day, int number, long seed) {

  private static final double GROWTH = 1.002;
  private static final double[] WEEK = {1, 0.97, 0.98, 1, 1.15, 0.7, 0.55}; // Monday first
  private static final String[] KINDS = {"zone", "zone", "zone", "battery", "strap"};
  private static final int ALERTS = 800;
  private static final double ALERTS_NOISE = 0.05;
  private static final int READINGS = 600;
  private static final double READINGS_NOISE = 0.02;

  /** Writes both files, with a share of the day's rows. */
  void deliver(Path landing, double share) throws IOException {
    Random chance = new Random(seed * 1_000_003 + number);
    double grown = Math.pow(GROWTH, number);
    double weekday = WEEK[day.getDayOfWeek().getValue() - 1];
    long alerts = Math.round(ALERTS * grown * weekday * noise(chance, ALERTS_NOISE) * share);
    long readings = Math.round(READINGS * grown * noise(chance, READINGS_NOISE) * share);
    write(landing.resolve("alert"), alerts(chance, alerts));
    write(landing.resolve("reading"), readings(chance, readings));
  }

  private static double noise(Random chance, double deviation) {
    return 1 + deviation * chance.nextGaussian();
  }

  private List<String> alerts(Random chance, long rows) {
    List<String> lines = new ArrayList<>();
    lines.add("alert_id,raised_at,device,kind,minutes");
    double pace = noise(chance, 0.02); // some days are busier than others
    for (int row = 0; row < rows; row++) {
      lines.add(
          "A%d-%d,%sT%02d:%02d:00Z,%d,%s,%.2f"
              .formatted(
                  number,
                  row,
                  day,
                  chance.nextInt(24),
                  chance.nextInt(60),
                  chance.nextInt(400),
                  KINDS[chance.nextInt(KINDS.length)],
                  20 * pace * Math.exp(0.6 * chance.nextGaussian())));
    }
    return lines;
  }

  private List<String> readings(Random chance, long rows) {
    List<String> lines = new ArrayList<>();
    lines.add("device,read_at,sent_at,battery,signal");
    double weather = 2 * chance.nextGaussian();
    for (int row = 0; row < rows; row++) {
      int minute = chance.nextInt(40);
      lines.add(
          "%d,%sT20:%02d:00Z,%sT20:%02d:00Z,%.1f,%.1f"
              .formatted(
                  row,
                  day,
                  minute,
                  day,
                  minute + chance.nextInt(12),
                  70 + 12 * chance.nextGaussian(),
                  60 + weather + 8 * chance.nextGaussian()));
    }
    return lines;
  }

  private void write(Path folder, List<String> lines) throws IOException {
    Files.write(Files.createDirectories(folder).resolve(day + ".csv"), lines);
  }
}
