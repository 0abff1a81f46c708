package org.assize.spark.typing;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The instant of the first way of writing that fits. A time without an offset is one of the
 * source's zone; where clocks there never showed it, or showed it twice, there is no instant.
 */
final class TimestampReader implements ValueReader {

  private final TemporalText[] texts;
  private final LocalTimes clocks;
  private final Moment moment = new Moment();

  TimestampReader(List<TemporalText> texts, LocalTimes clocks) {
    this.texts = texts.toArray(TemporalText[]::new);
    this.clocks = clocks;
  }

  @Override
  public boolean read(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
    for (TemporalText text : texts) {
      if (text.parse(bytes, from, to, moment)) {
        return set(row, ordinal);
      }
    }
    return false;
  }

  private boolean set(InternalRow row, int ordinal) {
    int offset =
        moment.isZoned() ? moment.offsetSeconds() : clocks.offset(moment.day(), moment.micros());
    if (offset == LocalTimes.NONE) {
      return false;
    }
    long local = moment.day() * Moment.DAY_MICROS + moment.micros();
    row.setLong(ordinal, local - offset * 1_000_000L);
    return true;
  }
}
