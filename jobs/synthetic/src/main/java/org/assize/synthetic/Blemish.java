package org.assize.synthetic;

/** What is wrong with the text of a fix. */
enum Blemish {
  NONE,
  /** The identifier is missing. */
  NO_KEY,
  /** The time of the fix is no time. */
  NO_TIME,
  /** The line ends half way. */
  CUT_SHORT
}
