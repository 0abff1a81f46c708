package org.assize.spark.typing;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/** The day of the first way of writing that fits; a time of day beside it is left out. */
final class DateReader implements ValueReader {

  private final TemporalText[] texts;
  private final Moment moment = new Moment();

  DateReader(List<TemporalText> texts) {
    this.texts = texts.toArray(TemporalText[]::new);
  }

  @Override
  public boolean read(byte[] bytes, int from, int to, InternalRow row, int ordinal) {
    for (TemporalText text : texts) {
      if (text.parse(bytes, from, to, moment)) {
        row.setInt(ordinal, moment.day());
        return true;
      }
    }
    return false;
  }
}
