package org.assize.synthetic;

/** The faults among one day's fixes and how many there are of each. */
enum FixFault {
  IMPOSSIBLE(5, Fault.IMPOSSIBLE_COORDINATES),
  NO_TIME(3, Fault.UNREADABLE_VALUE),
  NO_KEY(2, Fault.MISSING_KEY),
  CUT_SHORT(1, Fault.MALFORMED_RECORD),
  REPEATED(4, Fault.REPEATED_RECORD),
  TO_CORRECT(4, Fault.CORRECTED_FIX),
  SATELLITES(3, Fault.IMPLAUSIBLE_SATELLITES);

  private final int aDay;
  private final Fault planted;

  FixFault(int aDay, Fault planted) {
    this.aDay = aDay;
    this.planted = planted;
  }

  int aDay() {
    return aDay;
  }

  Fault planted() {
    return planted;
  }
}
