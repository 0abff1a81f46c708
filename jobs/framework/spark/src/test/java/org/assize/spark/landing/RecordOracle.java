package org.assize.spark.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Records of a text found with regular expressions, one character a byte; and texts to find. */
final class RecordOracle {

  private static final String QUOTED = "\"(?:[^\"]|\"\")*+(?:\"|\\z)";
  private static final String CSV_FIELD = "(?:" + QUOTED + "[^D\r\n]*+|[^\"D\r\n][^D\r\n]*+|)";

  private RecordOracle() {}

  /** A record of the text and where it begins. */
  record Found(long locator, String text) {}

  static List<Found> csv(String text, char delimiter) {
    String field = CSV_FIELD.replace('D', delimiter);
    return find(text, Pattern.compile("(" + field + "(?:" + delimiter + field + ")*+)[\r\n]?"))
        .stream()
        .filter(found -> !found.text().isEmpty())
        .toList();
  }

  static List<Found> lines(String text) {
    return find(text, Pattern.compile("([^\r\n]*+)[\r\n]?")).stream()
        .filter(found -> !found.text().matches("[ \t]*"))
        .toList();
  }

  private static List<Found> find(String text, Pattern record) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = record.matcher(text);
    int from = 0;
    while (from < text.length()) {
      matcher.region(from, text.length());
      if (!matcher.lookingAt() || matcher.end() == from) {
        throw new AssertionError("The oracle is stuck at " + from);
      }
      found.add(new Found(from, matcher.group(1)));
      from = matcher.end();
    }
    return found;
  }

  /** Text of the characters that matter, each as likely as any other. */
  static String text(Random random, String alphabet, int longest) {
    int length = random.nextInt(longest + 1);
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
