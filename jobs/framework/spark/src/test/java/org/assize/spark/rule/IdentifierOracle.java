package org.assize.spark.rule;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Check letters reckoned as their publishers describe them, with no word of SQL. */
final class IdentifierOracle {

  private static final String LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";
  private static final Pattern PNC =
      Pattern.compile("(?:\\d\\d)?(\\d\\d)/(\\d{1,7})[A-Z]|\\d\\d(\\d\\d)(\\d{7})[A-Z]");
  private static final Pattern CRO = Pattern.compile("(\\d{1,6})/(\\d\\d)[A-Z]");
  private static final Pattern SPECIAL_CRO = Pattern.compile("SF(\\d\\d)/(\\d{1,6})[A-Z]");
  private static final Pattern ASN = Pattern.compile("\\d\\d[A-Z0-9]{6,7}\\d{11}[A-HJ-NP-RT-Z]");

  private IdentifierOracle() {}

  static char letter(long number) {
    return LETTERS.charAt((int) (number % LETTERS.length()));
  }

  static boolean isPnc(String text) {
    Matcher parts = PNC.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    long year = Long.parseLong(parts.group(1) == null ? parts.group(3) : parts.group(1));
    long serial = Long.parseLong(parts.group(2) == null ? parts.group(4) : parts.group(2));
    return endsIn(text, letter(year * 10_000_000 + serial));
  }

  static boolean isCro(String text) {
    Matcher plain = CRO.matcher(text);
    if (plain.matches()) {
      long serial = Long.parseLong(plain.group(1));
      return endsIn(text, letter(Long.parseLong(plain.group(2)) * 1_000_000 + serial));
    }
    Matcher special = SPECIAL_CRO.matcher(text);
    return special.matches()
        && endsIn(text, letter(Long.parseLong(special.group(1) + special.group(2))));
  }

  static boolean isAsn(String text) {
    if (!ASN.matcher(text).matches()) {
      return false;
    }
    if (text.length() == 21) {
      return true;
    }
    String digits =
        ifDigits(text.substring(2, 4))
            + ifDigits(text.substring(6, 8))
            + text.substring(0, 2)
            + text.substring(8, 19);
    return endsIn(text, letter(Long.parseLong(digits)));
  }

  private static String ifDigits(String part) {
    return part.chars().allMatch(Character::isDigit) ? part : "";
  }

  private static boolean endsIn(String text, char letter) {
    return text.charAt(text.length() - 1) == letter;
  }

  /** A text with one character replaced, added or removed, or two of them swapped. */
  static String mutated(String text, Random chance) {
    int at = chance.nextInt(text.length());
    char other = "0123456789ABCXYZ/ aé\n".charAt(chance.nextInt(21));
    return switch (chance.nextInt(4)) {
      case 0 -> text.substring(0, at) + other + text.substring(at + 1);
      case 1 -> text.substring(0, at) + other + text.substring(at);
      case 2 -> text.substring(0, at) + text.substring(at + 1);
      default ->
          at == 0
              ? text + other
              : text.substring(0, at - 1)
                  + text.charAt(at)
                  + text.charAt(at - 1)
                  + text.substring(at + 1);
    };
  }
}
