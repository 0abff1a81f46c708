package org.assize.contract.pattern;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.assize.contract.pattern.Part.Group;
import org.assize.contract.pattern.Part.One;
import org.assize.contract.pattern.Part.Repeated;

/**
 * Finds repetitions that can match one text in many ways: Java tries them all where the text does
 * not match in the end, and their number doubles with each character. Says of some harmless ones
 * that they are harmful, never the reverse for what one repeated group can do; what several
 * repetitions beside each other cost grows only as a power of the length. Java 17 remembers where
 * some such loops failed already (seen: plain greedy ones; not those with a lazy or counted
 * repetition or a reference); nothing promises it, and other readers of a contract do not.
 */
public final class Ambiguity {

  /** So many repetitions are tried soon enough. */
  static final int FEW = 9;

  private Ambiguity() {}

  /**
   * A part of a regular expression that can take for ever, as written; empty if it cannot be read.
   */
  public static Optional<String> in(String regex) {
    try {
      Pattern.compile(regex);
    } catch (PatternSyntaxException unreadable) {
      return Optional.empty();
    }
    return inside(new PatternReader(regex).read());
  }

  private static Optional<String> inside(Group group) {
    for (List<Repeated> sequence : group.alternatives()) {
      for (Repeated item : sequence) {
        if (item.part() instanceof Group inner) {
          if (item.isLoop() && !inner.isAtomic() && isAmbiguous(inner)) {
            return Optional.of(inner.text());
          }
          Optional<String> deeper = inside(inner);
          if (deeper.isPresent()) {
            return deeper;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether repetitions of a group can share a text out among them in more than one way. */
  private static boolean isAmbiguous(Group group) {
    BitSet first = first(group);
    for (List<Repeated> sequence : group.alternatives()) {
      if (canBeEmpty(sequence)) {
        return true;
      }
      for (int i = 0; i < sequence.size(); i++) {
        Repeated item = sequence.get(i);
        if (item.varies() && first(item.part()).intersects(after(sequence, i, first))) {
          return true;
        }
        if (item.part() instanceof Group inner
            && !inner.isAtomic()
            && overlap(inner.alternatives())) {
          return true;
        }
      }
    }
    return overlap(group.alternatives());
  }

  /** Characters that can come after an item: those of the next ones, up to one that must come. */
  private static BitSet after(List<Repeated> sequence, int i, BitSet again) {
    var next = new BitSet();
    for (Repeated item : sequence.subList(i + 1, sequence.size())) {
      next.or(first(item.part()));
      if (item.least() > 0 && item.part() instanceof One) {
        return next;
      }
      if (item.least() > 0 && item.part() instanceof Group inner && !canBeEmpty(inner)) {
        return next;
      }
    }
    next.or(again);
    return next;
  }

  private static boolean overlap(List<List<Repeated>> alternatives) {
    for (int i = 0; i < alternatives.size(); i++) {
      for (int j = i + 1; j < alternatives.size(); j++) {
        if (overlap(alternatives.get(i), alternatives.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether one text can begin in both ways, as far as the shorter of two plain ones goes. */
  private static boolean overlap(List<Repeated> one, List<Repeated> other) {
    int shorter = Math.min(one.size(), other.size());
    for (int i = 0; i < shorter; i++) {
      Repeated here = one.get(i);
      Repeated there = other.get(i);
      if (!first(here.part()).intersects(first(there.part()))) {
        return here.least() == 0 || there.least() == 0;
      }
      if (!isPlain(here) || !isPlain(there)) {
        return true;
      }
    }
    return true;
  }

  private static boolean isPlain(Repeated item) {
    return item.part() instanceof One && item.least() == 1 && item.most() == 1;
  }

  private static BitSet first(Part part) {
    var first = new BitSet();
    if (part instanceof One one) {
      first.or(one.characters());
    } else if (part instanceof Group group) {
      for (List<Repeated> sequence : group.alternatives()) {
        first.or(after(sequence, -1, new BitSet()));
      }
    }
    return first;
  }

  private static boolean canBeEmpty(Group group) {
    return group.alternatives().stream().anyMatch(Ambiguity::canBeEmpty);
  }

  private static boolean canBeEmpty(List<Repeated> sequence) {
    return sequence.stream()
        .allMatch(
            item ->
                item.least() == 0
                    || item.part() instanceof Part.Edge
                    || (item.part() instanceof Group inner && canBeEmpty(inner)));
  }
}
