package org.assize.spark.condition;

import java.time.Clock;
import java.util.Random;
import org.assize.spark.RowCondition;
import org.assize.spark.RowValues;

/** What no condition may be. */
public final class Impure implements RowCondition {

  @Override
  public boolean isMet(RowValues row) {
    return Clock.systemUTC().millis() % 2 == 0 || new Random().nextBoolean();
  }
}
