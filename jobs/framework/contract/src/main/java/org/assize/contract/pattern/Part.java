package org.assize.contract.pattern;

import java.util.BitSet;
import java.util.List;

/** A part of a regular expression, as far as it matters how often it can match. */
sealed interface Part {

  /** One character out of a set. */
  record One(BitSet characters) implements Part {}

  /** A place, no character: an anchor, or what looks around. */
  record Edge() implements Part {}

  /**
   * Alternatives, each a sequence.
   *
   * @param text as written
   * @param isAtomic whether it never gives back what it matched
   */
  record Group(String text, List<List<Repeated>> alternatives, boolean isAtomic) implements Part {}

  /**
   * A part and how often it comes.
   *
   * @param most {@code Integer.MAX_VALUE} for any number
   * @param isPossessive whether it never gives back what it matched
   */
  record Repeated(Part part, int least, int most, boolean isPossessive) {

    boolean varies() {
      return least != most && !isPossessive;
    }

    /** Whether it comes so often that each way to split a text counts. */
    boolean isLoop() {
      return most > Ambiguity.FEW && !isPossessive;
    }
  }
}
