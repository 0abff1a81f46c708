package org.assize.contract;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;

/**
 * How text of a source becomes values, declared once for the source.
 *
 * @param dates {@link java.time.format.DateTimeFormatter} patterns, first match wins; empty means
 *     ISO {@code yyyy-MM-dd}
 * @param timestamps patterns likewise; empty means ISO 8601
 * @param timezone zone of timestamps that carry none
 * @param nulls texts that mean null, besides an absent value
 * @param trueValues texts that mean true
 * @param falseValues texts that mean false
 */
public record ValueFormats(
    List<String> dates,
    List<String> timestamps,
    ZoneId timezone,
    List<String> nulls,
    List<String> trueValues,
    List<String> falseValues)
    implements Serializable {

  public ValueFormats {
    dates = List.copyOf(dates);
    timestamps = List.copyOf(timestamps);
    nulls = List.copyOf(nulls);
    trueValues = List.copyOf(trueValues);
    falseValues = List.copyOf(falseValues);
  }

  /** ISO dates and timestamps, UTC, the empty text is null, true and false. */
  public static final ValueFormats DEFAULT =
      new ValueFormats(
          List.of(), List.of(), ZoneId.of("UTC"), List.of(""), List.of("true"), List.of("false"));
}
