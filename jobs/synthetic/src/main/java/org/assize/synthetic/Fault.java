package org.assize.synthetic;

/** What is planted in the demo deliveries: faults, and oddities that are no faults. */
public enum Fault {
  /** A fix outside the United Kingdom and its waters. */
  IMPOSSIBLE_COORDINATES,
  /** Text where a number or time should be. */
  UNREADABLE_VALUE,
  /** A row without the identifier that its table needs. */
  MISSING_KEY,
  /** A line or document that cannot be split into its parts. */
  MALFORMED_RECORD,
  /** A fix sent in a later delivery than its day's, some from just before midnight. */
  LATE_UPLOAD,
  /** The same record twice in one delivery. */
  REPEATED_RECORD,
  /** The same file twice in one delivery, under two names. */
  REPEATED_FILE,
  /** A fix sent again, with other coordinates and a later upload time. */
  CORRECTED_FIX,
  /** More satellites than there are. */
  IMPLAUSIBLE_SATELLITES,
  /** A fix of a device that no activation mentions. */
  DEVICE_WITHOUT_ACTIVATION,
  /** An activation that ends before it begins. */
  END_BEFORE_BEGIN,
  /** A police national computer identifier whose check letter is wrong. */
  WRONG_CHECK_LETTER,
  /** An identifier that is there but empty, which is not the same as absent. */
  BLANK_IDENTIFIER,
  /** A hearing sent again with other results and a later time of sharing. */
  HEARING_SHARED_AGAIN,
  /** A message that only says where the hearing is stored. */
  POINTER_ENVELOPE,
  /** A date in a result prompt that no calendar has. */
  UNREADABLE_PROMPT_DATE,
  /** Two incidents that are equal in every column and still two. */
  IDENTICAL_INCIDENT
}
