package org.assize.synthetic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The faults among one day's fixes: how many of each, at places drawn for the day. */
final class FaultyFixes {

  /** A day has at least this many fixes of each wearer in its own delivery. */
  private static final int FEWEST_FIXES = 1_000;

  private static final int HOURS_UNTIL_CORRECTED = 9;

  private final Reckoning reckoning;
  private final Tally tally;
  private final long nextMidnight;
  private final Map<Integer, FixFault> places = new HashMap<>();
  private final List<Fix> toCorrect = new ArrayList<>();
  private int ordinal;
  private int impossible;

  FaultyFixes(Demo demo, int day, Reckoning reckoning, Tally tally) {
    this.reckoning = reckoning;
    this.tally = tally;
    this.nextMidnight = demo.midnight(day + 1);
    Draw draw = demo.draw(4, day);
    for (FixFault fault : FixFault.values()) {
      for (int left = fault.aDay(); left > 0; ) {
        if (places.putIfAbsent(draw.below(demo.wearers() * FEWEST_FIXES), fault) == null) {
          left--;
        }
      }
    }
  }

  /** The fault of the day's next fix. */
  Optional<FixFault> next() {
    return Optional.ofNullable(places.get(ordinal++));
  }

  /** Corrections of this day's fixes, to be sent with the next day's delivery. */
  List<Fix> toCorrect() {
    return List.copyOf(toCorrect);
  }

  void send(PositionFiles files, Fix fix, FixFault fault) throws IOException {
    switch (fault) {
      case IMPOSSIBLE -> sendImpossible(files, fix);
      case NO_TIME ->
          refuse(files, fix, Blemish.NO_TIME, "position_at_type", "position_at_required");
      case NO_KEY -> refuse(files, fix, Blemish.NO_KEY, "position_id_required");
      case CUT_SHORT -> {
        tally.refusedRecord();
        files.line(fix, Blemish.CUT_SHORT);
      }
      case REPEATED -> {
        accept(files, fix);
        tally.record();
        tally.repeat();
        files.line(fix, Blemish.NONE);
      }
      case TO_CORRECT -> {
        accept(files, fix);
        toCorrect.add(fix.correctedAt(nextMidnight + HOURS_UNTIL_CORRECTED * 3_600));
      }
      case SATELLITES -> {
        tally.warn("satellites_plausible");
        accept(files, fix.withSatellites(99));
      }
    }
    if (fault != FixFault.TO_CORRECT) { // which is planted when it is sent again
      reckoning.plant(fault.planted());
    }
  }

  private void sendImpossible(PositionFiles files, Fix fix) throws IOException {
    tally.record();
    switch (impossible++) {
      case 0 -> {
        tally.quarantine("latitude_range");
        files.line(fix.movedTo(91_000_000, fix.longitude()), Blemish.NONE);
      }
      case 1 -> {
        tally.quarantine("latitude_range");
        files.line(fix.movedTo(0, 0), Blemish.NONE);
      }
      case 2 -> {
        tally.quarantine("longitude_range");
        files.line(fix.movedTo(fix.latitude(), 181_000_000), Blemish.NONE);
      }
      case 3 -> {
        tally.quarantine("longitude_range");
        files.line(fix.movedTo(fix.latitude(), -181_000_000), Blemish.NONE);
      }
      default -> {
        tally.quarantine("latitude_range", "longitude_range");
        files.line(fix.movedTo(fix.longitude(), fix.latitude()), Blemish.NONE);
      }
    }
  }

  private void refuse(PositionFiles files, Fix fix, Blemish blemish, String... rules)
      throws IOException {
    tally.record();
    tally.quarantine(rules);
    files.line(fix, blemish);
  }

  private void accept(PositionFiles files, Fix fix) throws IOException {
    tally.record();
    tally.acceptNew();
    reckoning.fixes().add(fix);
    files.line(fix, Blemish.NONE);
  }
}
