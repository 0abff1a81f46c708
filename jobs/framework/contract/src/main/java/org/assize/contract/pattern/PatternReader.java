package org.assize.contract.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assize.contract.pattern.Part.Edge;
import org.assize.contract.pattern.Part.Group;
import org.assize.contract.pattern.Part.One;
import org.assize.contract.pattern.Part.Repeated;

/** Reads the syntax of {@link Pattern}; the expression is known to compile. */
final class PatternReader {

  private static final int KNOWN = 0x250;
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:[pP](?:\\{[^}]*}|.)|x[0-9A-Fa-f]{2}|x\\{[0-9A-Fa-f]+}|u[0-9A-Fa-f]{4}|0[0-7]{1,3}|c.|k<[^>]*>|.)",
          Pattern.DOTALL);
  private static final Pattern QUANTIFIER =
      Pattern.compile("(?:([*+?])|\\{(\\d+)(,)?(\\d*)})([+?]?)");
  private static final Pattern OPENING =
      Pattern.compile("\\((?:\\?(?:(<?[=!])|(>)|<[A-Za-z][A-Za-z0-9]*>|[a-zA-Z-]*(:|(?=\\)))))?");

  private final String text;
  private int at;

  PatternReader(String text) {
    this.text = text;
  }

  Group read() {
    return group(0, false);
  }

  private Group group(int from, boolean isAtomic) {
    List<List<Repeated>> alternatives = new ArrayList<>();
    List<Repeated> sequence = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != ')') {
      if (text.charAt(at) == '|') {
        at++;
        alternatives.add(sequence);
        sequence = new ArrayList<>();
      } else {
        sequence.add(repeated(part()));
      }
    }
    alternatives.add(sequence);
    return new Group(text.substring(from, at), alternatives, isAtomic);
  }

  private Part part() {
    char next = text.charAt(at);
    if (next == '(') {
      return opened();
    }
    if (next == '[') {
      int from = at;
      skipClass();
      return one(text.substring(from, at));
    }
    if (next == '\\') {
      return escaped();
    }
    at++;
    return next == '^' || next == '$'
        ? new Edge()
        : one(next == '.' ? "." : Pattern.quote(next + ""));
  }

  private Part opened() {
    int from = at;
    Matcher opening = OPENING.matcher(text).region(at, text.length());
    if (!opening.lookingAt()) {
      throw new IllegalStateException("a pattern that compiles opens its groups soundly");
    }
    at = opening.end();
    Group inside = group(at, opening.group(2) != null);
    at++;
    boolean looksAround = opening.group(1) != null;
    return looksAround
        ? new Edge()
        : new Group(
            text.substring(from, Math.min(at, text.length())),
            inside.alternatives(),
            inside.isAtomic());
  }

  private Part escaped() {
    if (text.startsWith("\\Q", at)) {
      int end = text.indexOf("\\E", at);
      String quoted = text.substring(at + 2, end < 0 ? text.length() : end);
      at = end < 0 ? text.length() : end + 2;
      List<Repeated> all = new ArrayList<>();
      quoted.chars().forEach(c -> all.add(once(one(Pattern.quote((char) c + "")))));
      return new Group(quoted, List.of(all), false);
    }
    Matcher escape = ESCAPE.matcher(text).region(at, text.length());
    if (!escape.lookingAt()) {
      throw new IllegalStateException("a pattern that compiles escapes soundly");
    }
    at = escape.end();
    String word = escape.group();
    if ("bBAGzZ".indexOf(word.charAt(1)) >= 0) {
      return new Edge();
    }
    // What an earlier group matched may be anything.
    boolean isReference = word.charAt(1) == 'k' || (word.charAt(1) >= '1' && word.charAt(1) <= '9');
    return one(isReference ? "(?s:.)" : word);
  }

  private void skipClass() {
    int depth = 0;
    do {
      char next = text.charAt(at);
      if (next == '\\') {
        at++;
      } else if (next == '[') {
        depth++;
      } else if (next == ']') {
        depth--;
      }
      at++;
    } while (depth > 0 && at < text.length());
  }

  private Repeated repeated(Part part) {
    Matcher written = QUANTIFIER.matcher(text).region(at, text.length());
    if (!written.lookingAt()) {
      return once(part);
    }
    at = written.end();
    boolean isPossessive = "+".equals(written.group(5));
    String sign = written.group(1);
    if (sign != null) {
      return new Repeated(
          part, sign.equals("+") ? 1 : 0, sign.equals("?") ? 1 : Integer.MAX_VALUE, isPossessive);
    }
    int least = Integer.parseInt(written.group(2));
    boolean isOpen = written.group(3) != null;
    String most = written.group(4);
    int atMost = most.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(most);
    return new Repeated(part, least, isOpen ? atMost : least, isPossessive);
  }

  private static Repeated once(Part part) {
    return new Repeated(part, 1, 1, false);
  }

  private static One one(String expression) {
    var characters = new BitSet(KNOWN);
    Pattern pattern = Pattern.compile(expression);
    for (char c = 0; c < KNOWN; c++) {
      characters.set(c, pattern.matcher(String.valueOf(c)).matches());
    }
    return new One(characters);
  }
}
