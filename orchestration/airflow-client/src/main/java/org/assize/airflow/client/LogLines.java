package org.assize.airflow.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the content of a log, whose lines are texts or objects, each logger adding its own keys.
 */
final class LogLines {

  private LogLines() {}

  static List<LogLine> of(@Nullable Object content) {
    List<LogLine> lines = new ArrayList<>();
    if (content instanceof List<?> entries) {
      entries.forEach(entry -> lines.add(line(entry)));
    } else if (content != null) {
      content.toString().lines().forEach(text -> lines.add(plain(text)));
    }
    return List.copyOf(lines);
  }

  private static LogLine line(Object entry) {
    if (!(entry instanceof Map<?, ?> keys)) {
      return plain(Objects.toString(entry, ""));
    }
    var text = new StringBuilder(Objects.toString(keys.get("event"), ""));
    if (keys.get("error_detail") instanceof List<?> errors) {
      errors.forEach(error -> text.append(thrown(error)));
    }
    return new LogLine(time(keys.get("timestamp")), word(keys.get("level")), text.toString());
  }

  private static String thrown(Object error) {
    return error instanceof Map<?, ?> keys
        ? "\n" + word(keys.get("exc_type")) + ": " + word(keys.get("exc_value"))
        : "";
  }

  private static LogLine plain(String text) {
    return new LogLine(Optional.empty(), "", text);
  }

  private static String word(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  private static Optional<Instant> time(@Nullable Object value) {
    try {
      return value == null
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(value.toString()).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
