package org.assize.synthetic;

/** What is done to a record as a whole, so that nothing in it can be read. */
enum Damage {
  NONE,
  FIELD_MISSING,
  FIELD_TOO_MANY,
  TEXT_BEHIND_QUOTE,
  CUT_SHORT,
  NO_UTF8
}
