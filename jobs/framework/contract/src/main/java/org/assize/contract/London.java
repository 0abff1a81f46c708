package org.assize.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days of people: those of Europe/London. */
public final class London {

  /** Their zone. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private London() {}

  /** The day at a moment. */
  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }
}
