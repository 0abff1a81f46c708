package org.assize.cli.draft;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.LogicalType;

/**
 * What a column's texts seem to be.
 *
 * @param pattern how dates or times are written
 * @param misfits texts that are not of the type: a run would refuse their rows
 * @param nulls texts that stand for nothing
 * @param trues texts that mean true
 * @param falses texts that mean false
 */
record Guess(
    LogicalType type,
    Optional<TimePattern> pattern,
    long misfits,
    Set<String> nulls,
    List<String> trues,
    List<String> falses) {

  Guess {
    nulls = Set.copyOf(nulls);
    trues = List.copyOf(trues);
    falses = List.copyOf(falses);
  }

  static Guess of(LogicalType type) {
    return new Guess(type, Optional.empty(), 0, Set.of(), List.of(), List.of());
  }

  static Guess bool(List<String> trues, List<String> falses) {
    return new Guess(LogicalType.BOOLEAN, Optional.empty(), 0, Set.of(), trues, falses);
  }

  static Guess time(LogicalType type, TimePattern pattern, long misfits) {
    return new Guess(type, Optional.of(pattern), misfits, Set.of(), List.of(), List.of());
  }

  Guess withNulls(Set<String> texts) {
    return new Guess(type, pattern, misfits, texts, trues, falses);
  }
}
