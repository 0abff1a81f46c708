package org.assize.spark.typing;

import java.util.Arrays;
import java.util.Optional;

/** Why a record gave no values. The numbers are stored in tables and never change their meaning. */
public enum Fault {
  /** The bytes are no UTF-8. */
  UNDECODABLE(1, "undecodable"),
  /** The text breaks the rules of its format. */
  MALFORMED(2, "malformed"),
  /** The record has more or fewer fields than its header. */
  FIELD_COUNT(3, "field_count"),
  /** A step that must be there before the first {@code [*]} of the rows path is not. */
  PATH_MISSING(4, "path_missing"),
  /** The header does not have each column that the contract reads exactly once. */
  COLUMN_MISSING(5, "column_missing");

  /** The value of {@code _fault} where there is none. */
  public static final int NONE = 0;

  private final int code;
  private final String word;

  Fault(int code, String word) {
    this.code = code;
    this.word = word;
  }

  /** The value of {@code _fault}. */
  public int code() {
    return code;
  }

  /** The word for people. */
  public String word() {
    return word;
  }

  /** The fault of that number; empty for {@link #NONE} and for numbers that are none. */
  public static Optional<Fault> of(int code) {
    return Arrays.stream(values()).filter(fault -> fault.code == code).findFirst();
  }
}
