package org.assize.spark;

/**
 * A rule about one row that no SQL expression can say. Named in a contract; has a public
 * constructor without arguments.
 *
 * <p>It is a pure function of the columns that the contract names: the same values give the same
 * answer for ever, so that a replay judges as the first run did. It asks no clock, chance, file or
 * service, and keeps nothing between rows; one instance judges many rows, each thread has its own.
 * It is never asked about a row in which one of its columns is NULL, or which does not meet the
 * rule's {@code where}.
 *
 * <p>An exception fails the table. No message of it is shown, for it may hold values.
 */
@FunctionalInterface
public interface RowCondition {

  /** Whether a row is valid. */
  boolean isMet(RowValues row);
}
