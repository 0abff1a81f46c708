package org.assize.contract;

import java.util.Optional;

/**
 * A number of rows, or a share of them, at which something happens.
 *
 * @param value rows, or percent of rows
 */
public record Limit(double value, boolean percent) {

  public Limit {
    if (value <= 0 || (percent && value > 100)) {
      throw new IllegalArgumentException("a limit is above 0, and at most 100 %: " + value);
    }
  }

  /** Reads {@code 20} or {@code 5%}; empty for anything else. */
  public static Optional<Limit> parse(String text) {
    boolean percent = text.endsWith("%");
    String number = percent ? text.substring(0, text.length() - 1).strip() : text;
    try {
      return Optional.of(new Limit(Double.parseDouble(number), percent));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether so many of so many rows reach it. */
  public boolean isReached(double broken, long rows) {
    return percent ? rows > 0 && 100.0 * broken / rows >= value : broken >= value;
  }
}
