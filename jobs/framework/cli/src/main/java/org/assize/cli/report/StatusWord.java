package org.assize.cli.report;

import java.util.Locale;
import org.assize.cli.text.Style;
import org.assize.core.TableOutcome.Status;

/** How a table run ended, in a word. */
public final class StatusWord {

  private StatusWord() {}

  /** The word for people. */
  public static String of(Status status) {
    return switch (status) {
      case COMMITTED -> "committed";
      case COMMITTED_WITH_WARNINGS -> "with warnings";
      case UP_TO_DATE -> "up to date";
      case DONE_ELSEWHERE -> "done elsewhere";
      case HELD -> "held";
      case FAILED -> "failed";
      case NOT_READY -> "not ready";
      case SKIPPED -> "skipped";
    };
  }

  /** The word for people, coloured by what it asks of them. */
  static String of(Status status, Style style) {
    String word = of(status);
    return switch (status) {
      case COMMITTED, UP_TO_DATE, DONE_ELSEWHERE -> style.good(word);
      case COMMITTED_WITH_WARNINGS, NOT_READY, SKIPPED -> style.doubtful(word);
      case HELD, FAILED -> style.bad(word);
    };
  }

  /** The word for programs. */
  static String json(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
