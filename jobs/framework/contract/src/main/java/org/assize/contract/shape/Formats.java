package org.assize.contract.shape;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Predicate;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.yaml.Scalar;

/** {@code format}: those that the schemas use. */
final class Formats {

  private Formats() {}

  static Keyword of(String format) {
    return switch (format) {
      case "date" -> keyword(Formats::isDate, "a day such as 2026-11-23");
      case "date-time" ->
          keyword(Formats::isMoment, "a moment with its offset such as 2026-11-23T07:00:00Z");
      case "uri" -> keyword(Formats::isUri, "a whole URI with its scheme");
      default -> throw SchemaFiles.unusable(format);
    };
  }

  private static Keyword keyword(Predicate<String> test, String words) {
    return (value, where, problems) -> {
      if (value instanceof Scalar scalar
          && scalar.type() == Scalar.Type.TEXT
          && !test.test(scalar.text())) {
        problems.add(
            ErrorCode.WRONG_TYPE,
            value.place(),
            "`" + scalar.text() + "` cannot be " + where + ".",
            "",
            "Write " + words + ".");
      }
    };
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text).toString().equals(text);
    } catch (DateTimeException notOne) {
      return false;
    }
  }

  private static boolean isMoment(String text) {
    try {
      return text.matches(
              "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)")
          && OffsetDateTime.parse(text).getYear() >= 0;
    } catch (DateTimeException notOne) {
      return false;
    }
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException notOne) {
      return false;
    }
  }
}
