package org.assize.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Writes the landing folder of the demo: positions and activations of tags, hearings, one month of
 * street crime, and offence codes, with faults planted among them.
 */
public final class DemoDeliveries {

  private static final long SEED = 1;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 28);
  private static final int DAYS = 3;
  private static final int WEARERS = 12;

  private DemoDeliveries() {}

  /**
   * Writes the deliveries that {@code docs/demo.md} describes: twelve wearers over the three days
   * around the change of clocks in March 2026.
   *
   * @param landing as in {@link #write(Path, long, LocalDate, int, int)}
   * @throws IOException when landing cannot be written
   */
  public static Answer write(Path landing) throws IOException {
    return write(landing, SEED, FIRST_DAY, DAYS, WEARERS);
  }

  /**
   * Writes deliveries and counts what they must come to. The same parameters give the same bytes;
   * more days leave the files of the earlier days as they were, except that the offence codes are
   * delivered a second time on the last day.
   *
   * @param landing folder to write below; made where it is missing, files of the same name are
   *     overwritten
   * @param firstDay first delivery date, in UTC
   * @param days number of daily deliveries, at least one
   * @param wearers number of tagged people, at least one, each with about 1,300 fixes a day
   * @throws IOException when landing cannot be written
   */
  public static Answer write(Path landing, long seed, LocalDate firstDay, int days, int wearers)
      throws IOException {
    var demo = new Demo(landing, seed, firstDay, days, wearers);
    var reckoning = new Reckoning();
    var positions = new PositionDeliveries(demo, reckoning);
    var activations = new ActivationDeliveries(demo, reckoning);
    var hearings = new HearingDeliveries(demo, reckoning);
    for (int day = 0; day < days; day++) {
      positions.write(day);
      activations.write(day);
      hearings.write(day);
    }
    hearings.tally().close();
    new StreetCrimes(demo, reckoning).write();
    new OffenceCodes(demo, reckoning).write();
    return reckoning.answer();
  }
}
