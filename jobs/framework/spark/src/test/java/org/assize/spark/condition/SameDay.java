package org.assize.spark.condition;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.assize.spark.RowCondition;
import org.assize.spark.RowValues;

/** Reads a value of every type; fails on what it is not made for. */
public final class SameDay implements RowCondition {

  @Override
  public boolean isMet(RowValues row) {
    if (row.text("imei").equals("secret")) {
      throw new IllegalStateException(row.text("imei"));
    }
    if (row.text("imei").equals("typed")) {
      return row.flag("imei");
    }
    return row.day("fitted_on").equals(row.moment("seen_at").atOffset(ZoneOffset.UTC).toLocalDate())
        && row.whole("number") == 7
        && row.number("share") == 0.5
        && row.decimal("fine").equals(new BigDecimal("1.50"))
        && row.flag("is_open");
  }
}
