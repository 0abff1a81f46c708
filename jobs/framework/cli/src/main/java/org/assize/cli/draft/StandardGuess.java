package org.assize.cli.draft;

import java.util.List;
import java.util.Optional;
import org.assize.contract.LogicalType;
import org.assize.contract.standard.ColumnStandard;
import org.assize.contract.standard.ColumnStandards;

/** Guesses which column standard a column follows: by its name, and by the form of its values. */
final class StandardGuess {

  /** At least so many of a hundred values have the form. */
  private static final int MOST = 90;

  private StandardGuess() {}

  static Optional<String> of(
      String column, LogicalType type, Observed values, ColumnStandards standards) {
    return standards
        .likely(column)
        .filter(standard -> standard.logicalType() == type && fits(standard, values.texts()))
        .map(ColumnStandard::name);
  }

  private static boolean fits(ColumnStandard standard, List<String> texts) {
    List<String> filled = texts.stream().filter(text -> !text.isBlank()).toList();
    long formed =
        standard
            .form()
            .map(form -> filled.stream().filter(text -> form.matcher(text).matches()).count())
            .orElse(0L);
    return !filled.isEmpty() && formed * 100 >= (long) filled.size() * MOST;
  }
}
