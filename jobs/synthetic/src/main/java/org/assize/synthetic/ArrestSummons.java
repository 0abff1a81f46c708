package org.assize.synthetic;

/**
 * Arrest summons numbers of a force that does not exist, {@code DM}: year, force, unit, system,
 * sequence and a check letter. Force and system count for the letter only where they are digits.
 */
final class ArrestSummons {

  private static final String LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";
  private static final long YEAR = 99;

  private ArrestSummons() {}

  /** For example {@code 99DM000000000000017} and its letter. */
  static String number(int sequence) {
    long digits = YEAR * 100_000_000_000L + sequence;
    char letter = LETTERS.charAt((int) (digits % LETTERS.length()));
    return "%dDM0000%011d%s".formatted(YEAR, sequence, letter);
  }
}
