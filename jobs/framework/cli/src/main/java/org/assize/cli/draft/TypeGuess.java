package org.assize.cli.draft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.assize.cli.draft.Observed.Kind;
import org.assize.contract.LogicalType;

/** Guesses the type of a column: text unless all that was seen fits another type. */
final class TypeGuess {

  private static final Set<String> NULL_WORDS =
      Set.of("n/a", "na", "null", "none", "nil", "-", "--", "?", "#n/a", "nan");
  private static final List<List<String>> BOOLEANS =
      List.of(List.of("true", "false"), List.of("yes", "no"), List.of("y", "n"));
  // A number that begins with a zero is a code; more than 18 digits fit no bigint.
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern NUMBER =
      Pattern.compile("-?((0|[1-9]\\d*)(\\.\\d+)?|\\.\\d+)([eE][-+]?\\d{1,3})?");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");
  // Dates are unmistakable in shape, so a few impossible ones do not make a column text.
  private static final double MISFITS_OF_DATES = 0.05;
  private static final double MISFITS_OF_FEW = 1;

  private TypeGuess() {}

  static Guess of(Observed column) {
    if (column.kinds().equals(Set.of(Kind.BOOLEAN))) {
      return Guess.of(LogicalType.BOOLEAN);
    }
    Set<String> nulls = new LinkedHashSet<>();
    column.texts().stream().filter(TypeGuess::isNullWord).forEach(nulls::add);
    List<String> values = column.texts().stream().filter(text -> !nulls.contains(text)).toList();
    boolean fields = column.kinds().equals(Set.of(Kind.FIELD));
    boolean numbers = column.kinds().equals(Set.of(Kind.NUMBER));
    Guess guess = guess(values, fields, numbers);
    return guess.type() == LogicalType.STRING ? guess : guess.withNulls(nulls);
  }

  static boolean isNullWord(String text) {
    return NULL_WORDS.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  private static Guess guess(List<String> values, boolean fields, boolean numbers) {
    if (values.isEmpty()) {
      return Guess.of(LogicalType.STRING);
    }
    return time(values)
        .or(() -> bool(values))
        .or(() -> fields || numbers ? number(values) : Optional.empty())
        .orElse(Guess.of(LogicalType.STRING));
  }

  private static Optional<Guess> number(List<String> values) {
    if (all(values, INTEGER)) {
      return Optional.of(Guess.of(LogicalType.INTEGER));
    }
    boolean anyFraction = values.stream().anyMatch(value -> !value.matches("-?\\d+"));
    return all(values, NUMBER) && anyFraction
        ? Optional.of(Guess.of(LogicalType.NUMBER))
        : Optional.empty();
  }

  private static Optional<Guess> time(List<String> values) {
    if (all(values, TIME)) {
      return Optional.of(Guess.of(LogicalType.TIME));
    }
    return best(LogicalType.DATE, TimePattern.DATES, values)
        .or(() -> best(LogicalType.TIMESTAMP, TimePattern.TIMESTAMPS, values));
  }

  /** The pattern that reads most; what it cannot read must at least look alike, and be rare. */
  private static Optional<Guess> best(
      LogicalType type, List<TimePattern> patterns, List<String> values) {
    Optional<Guess> best = Optional.empty();
    for (TimePattern pattern : patterns) {
      long misfits = values.stream().filter(value -> !pattern.reads(value)).count();
      boolean alike = values.stream().allMatch(pattern::resembles);
      double few = alike ? MISFITS_OF_FEW : 0;
      double allowed = Math.max(few, values.size() * MISFITS_OF_DATES);
      boolean rare = misfits <= (pattern.isUnmistakable() ? allowed : 0);
      boolean better = best.isEmpty() || misfits < best.get().misfits();
      if (rare && misfits < values.size() && better) {
        best = Optional.of(Guess.time(type, pattern, misfits));
      }
    }
    return best;
  }

  private static Optional<Guess> bool(List<String> values) {
    Set<String> distinct = new LinkedHashSet<>(values);
    if (distinct.size() > 6) {
      return Optional.empty();
    }
    for (List<String> words : BOOLEANS) {
      List<String> trues = matching(distinct, words.get(0)::equalsIgnoreCase);
      List<String> falses = matching(distinct, words.get(1)::equalsIgnoreCase);
      boolean all = trues.size() + falses.size() == distinct.size();
      if (all && !trues.isEmpty() && !falses.isEmpty()) {
        return Optional.of(Guess.bool(trues, falses));
      }
    }
    return Optional.empty();
  }

  private static List<String> matching(Set<String> texts, Predicate<String> wanted) {
    return texts.stream().filter(wanted).sorted().toList();
  }

  private static boolean all(List<String> values, Pattern pattern) {
    return values.stream().allMatch(value -> pattern.matcher(value).matches());
  }
}
