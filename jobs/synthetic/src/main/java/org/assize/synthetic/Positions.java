package org.assize.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;

/**
 * Writes one large file of location fixes: 18 columns, about one line in a hundred bad and one in a
 * hundred a corrected upload of an earlier fix with a later upload time. The same seed and number
 * of rows give the same bytes. Streams stay open.
 */
public final class Positions {

  private static final int DEVICES = 5_000;
  private static final int SECONDS_BETWEEN_FIXES = 900;
  private static final long FIRST_SECOND = 1_767_225_600L; // 2026-01-01T00:00:00Z
  private static final long FIRST_ID = 700_000_000_000L;
  private static final int REACH_BACK = 50_000;

  private final long seed;
  private final BitSet deviceDays = new BitSet();
  private long good;
  private long outdated;
  private long cutShort;
  private long impossible;
  private long unreadable;
  private long keyless;

  private Positions(long seed) {
    this.seed = seed;
  }

  /** Writes CSV with a header line and {@code rows} further lines. */
  public static PositionAnswer writeCsv(OutputStream out, long seed, long rows) throws IOException {
    return new Positions(seed).write(new AsciiOutput(out), FixFormat.CSV, rows);
  }

  /** Writes {@code rows} lines of JSON. */
  public static PositionAnswer writeJsonl(OutputStream out, long seed, long rows)
      throws IOException {
    return new Positions(seed).write(new AsciiOutput(out), FixFormat.JSONL, rows);
  }

  private PositionAnswer write(AsciiOutput out, FixFormat format, long rows) throws IOException {
    format.header(out);
    for (long row = 0; row < rows; row++) {
      line(out, format, row);
    }
    out.flush();
    return new PositionAnswer(
        rows, good, outdated, cutShort, impossible, unreadable, keyless, deviceDays.cardinality());
  }

  private void line(AsciiOutput out, FixFormat format, long row) throws IOException {
    switch (kind(row)) {
      case GOOD -> {
        good++;
        deviceDays.set(deviceDay(row));
        format.line(out, fix(row), Blemish.NONE);
      }
      case SENT_AGAIN -> {
        outdated++;
        sendAgain(out, format, row);
      }
      case CUT_SHORT -> {
        cutShort++;
        format.line(out, fix(row), Blemish.CUT_SHORT);
      }
      case IMPOSSIBLE -> {
        impossible++;
        format.line(out, fix(row).movedTo(91_000_000, 0), Blemish.NONE);
      }
      case UNREADABLE -> {
        unreadable++;
        format.line(out, fix(row), Blemish.NO_TIME);
      }
      case KEYLESS -> {
        keyless++;
        format.line(out, fix(row), Blemish.NO_KEY);
      }
    }
  }

  private void sendAgain(AsciiOutput out, FixFormat format, long row) throws IOException {
    long original = row - 1 - Draw.of(seed, row, 1).below((int) Math.min(row, REACH_BACK));
    while (kind(original) != Kind.GOOD) {
      original--;
    }
    // the row's own distance makes each further upload of one fix later than the one before
    Fix fix = fix(original);
    format.line(out, fix.correctedAt(fix.uploadedAt() + 3_600 + row - original), Blemish.NONE);
  }

  /** What a row is, known from its number alone, so that a later row can look back at it. */
  private Kind kind(long row) {
    if (row == 0) {
      return Kind.GOOD;
    }
    int draw = Draw.of(seed, row).below(1_000);
    if (draw >= 20) {
      return Kind.GOOD;
    }
    if (draw >= 10) {
      return Kind.SENT_AGAIN;
    }
    if (draw >= 5) {
      return Kind.IMPOSSIBLE;
    }
    if (draw >= 3) {
      return Kind.UNREADABLE;
    }
    return draw >= 1 ? Kind.KEYLESS : Kind.CUT_SHORT;
  }

  private Fix fix(long row) {
    long bits = Draw.of(seed, row, 2).next();
    int device = (int) (row % DEVICES);
    long at = FIRST_SECOND + row / DEVICES * SECONDS_BETWEEN_FIXES + device % 60;
    return new Fix(
        FIRST_ID + row,
        40_000 + device,
        20_000 + device,
        at,
        at + 360,
        50_000_000 + (int) (bits & 0x3FFFFF),
        -3_000_000 + (int) (bits >>> 22 & 0x3FFFFF),
        (int) (bits >>> 44 & 63),
        (int) (4 + (bits >>> 50 & 15)));
  }

  private static int deviceDay(long row) {
    long day = row / DEVICES * SECONDS_BETWEEN_FIXES / 86_400;
    return (int) (day * DEVICES + row % DEVICES);
  }

  private enum Kind {
    GOOD,
    SENT_AGAIN,
    CUT_SHORT,
    IMPOSSIBLE,
    UNREADABLE,
    KEYLESS
  }
}
