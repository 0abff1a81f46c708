package org.assize.contract.type;

/** A text that is no type a table may hold; the message says why, without a full stop. */
public final class UnreadableType extends IllegalArgumentException {

  UnreadableType(String why) {
    super(why);
  }
}
