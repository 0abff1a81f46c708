package org.assize.cli.draft;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code files} of a source, out of the name of one delivery.
 *
 * @param pattern path below landing with a placeholder for its date
 * @param placeholder name of the placeholder, where the name holds a date
 */
record FilePath(String pattern, Optional<String> placeholder) {

  // Year first: only such text sorts as the days do.
  private static final Pattern DAY =
      Pattern.compile(
          "(?<!\\d)(19|20)\\d{2}([-_.]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?!\\d)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<!\\d)(19|20)\\d{2}[-_]?\\d{2}[-_]?\\d{2}[-_T]?\\d{2}[-_]?\\d{2}([-_]?\\d{2})?(?!\\d)");
  private static final Pattern MONTH =
      Pattern.compile("(?<!\\d)(19|20)\\d{2}[-_]?(0[1-9]|1[0-2])(?!\\d)");

  static FilePath of(String path) {
    return replaced(path, TIME, "delivery_time")
        .or(() -> replaced(path, DAY, "delivery_date"))
        .or(() -> replaced(path, MONTH, "delivery_month"))
        .orElse(new FilePath(path, Optional.empty()));
  }

  /** The last match is the delivery's own; one in a folder above it may span several. */
  private static Optional<FilePath> replaced(String path, Pattern pattern, String name) {
    Matcher matcher = pattern.matcher(path);
    int start = -1;
    int end = -1;
    while (matcher.find()) {
      start = matcher.start();
      end = matcher.end();
    }
    if (start < 0) {
      return Optional.empty();
    }
    String before = pattern.matcher(path.substring(0, start)).replaceAll("*");
    String text = before + "{" + name + "}" + path.substring(end);
    return Optional.of(new FilePath(text, Optional.of(name)));
  }

  /** The same files in a folder for each day, where nothing tells deliveries apart. */
  FilePath byDay() {
    int name = pattern.lastIndexOf('/') + 1;
    String folder = pattern.substring(0, name);
    return new FilePath(
        folder + "{delivery_date}/" + pattern.substring(name), Optional.of("delivery_date"));
  }

  /** A name for the source: the file's, without date and ending. */
  String sourceName() {
    String file = pattern.substring(pattern.lastIndexOf('/') + 1);
    String stem = file.replaceAll("\\.[A-Za-z]+$", "").replaceAll("\\{[^}]*}|\\*", "_");
    return Names.snake(stem);
  }
}
