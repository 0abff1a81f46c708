package org.assize.synthetic;

/**
 * Identifiers of the Police National Computer: year, serial number, check letter. The letter stands
 * at (two-digit year followed by the seven-digit serial number) mod 23 in an alphabet without I, O
 * and S.
 */
final class Pnc {

  private static final String LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

  private Pnc() {}

  static char letter(int year, int serial) {
    long number = year % 100 * 10_000_000L + serial;
    return LETTERS.charAt((int) (number % LETTERS.length()));
  }

  /** For example {@code 2002/0073319Z}. */
  static String identifier(int year, int serial) {
    return "%d/%07d%s".formatted(year, serial, letter(year, serial));
  }

  /** The same without leading zeros and century, for example {@code 02/73319Z}. */
  static String shortIdentifier(int year, int serial) {
    return "%02d/%d%s".formatted(year % 100, serial, letter(year, serial));
  }

  /** With the letter that follows the right one. */
  static String wrongIdentifier(int year, int serial) {
    return "%d/%07d%s".formatted(year, serial, letter(year, serial + 1));
  }
}
