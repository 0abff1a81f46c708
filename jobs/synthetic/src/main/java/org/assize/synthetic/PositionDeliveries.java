package org.assize.synthetic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Positions by day of upload: one fix a minute and wearer, less the silences. */
final class PositionDeliveries {

  private static final int MINUTES_A_DAY = 1_440;
  private static final int MORNING = 8 * 3_600;

  private final Demo demo;
  private final Reckoning reckoning;
  private final Tally tally;
  private final List<Fix> late = new ArrayList<>();
  private final List<Fix> corrections = new ArrayList<>();

  PositionDeliveries(Demo demo, Reckoning reckoning) {
    this.demo = demo;
    this.reckoning = reckoning;
    this.tally = reckoning.table("electronic_monitoring/position");
  }

  /** Writes the delivery of a day; days come in order. */
  void write(int day) throws IOException {
    try (var files = new PositionFiles(demo, day)) {
      for (int file = 0; file < files.count(); file++) {
        tally.file();
      }
      sendWhatWaited(files);
      var faults = new FaultyFixes(demo, day, reckoning, tally);
      for (int minute = day * MINUTES_A_DAY; minute < (day + 1) * MINUTES_A_DAY; minute++) {
        for (int number = 0; number < demo.wearers(); number++) {
          var wearer = new Wearer(demo, number);
          if (!wearer.silent(minute)) {
            send(files, faults, day, wearer, minute);
          }
        }
      }
      corrections.addAll(faults.toCorrect());
      sendUnknownDevice(files, day);
    }
  }

  private void send(PositionFiles files, FaultyFixes faults, int day, Wearer wearer, int minute)
      throws IOException {
    Fix fix = wearer.fix(minute);
    long nextMidnight = demo.midnight(day + 1);
    if (wearer.outOfReach(minute)) {
      late.add(fix.sentAt(nextMidnight + MORNING));
    } else if (fix.uploadedAt() >= nextMidnight) {
      late.add(fix);
    } else {
      Optional<FixFault> fault = faults.next();
      if (fault.isPresent()) {
        faults.send(files, fix, fault.get());
      } else {
        accept(files, fix);
      }
    }
  }

  private void sendWhatWaited(PositionFiles files) throws IOException {
    for (Fix fix : late) {
      reckoning.plant(Fault.LATE_UPLOAD);
      accept(files, fix);
    }
    late.clear();
    for (Fix fix : corrections) {
      reckoning.plant(Fault.CORRECTED_FIX);
      tally.record();
      tally.acceptVersion();
      files.line(fix, Blemish.NONE);
    }
    corrections.clear();
  }

  private void sendUnknownDevice(PositionFiles files, int day) throws IOException {
    var stranger = new Wearer(demo, demo.wearers());
    for (int minute = 600; minute < 610; minute++) {
      reckoning.plant(Fault.DEVICE_WITHOUT_ACTIVATION);
      accept(files, stranger.fix(day * MINUTES_A_DAY + minute));
    }
  }

  private void accept(PositionFiles files, Fix fix) throws IOException {
    tally.record();
    tally.acceptNew();
    reckoning.fixes().add(fix);
    files.line(fix, Blemish.NONE);
  }
}
