package org.assize.cli.quality;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.Measure;
import org.assize.contract.rule.DatasetRule;

/** Whether a figure may be shown: none that is, or gives away, a value of a row. */
public enum Disclosure {
  /** A count of rows. */
  SHOWN(""),
  /** A figure made of many values, not shown over so few rows that it tells one of them. */
  OVER_MANY_ROWS("Not shown over fewer than 10 rows."),
  /** The figure is the value of some row. */
  VALUE_OF_A_ROW("Not shown: the figure would be the value of a row."),
  /** The figure is made of values that few may see. */
  RESTRICTED("Not shown: the figure is made of restricted values.");

  private static final int FEWEST_ROWS = 10;
  private static final Pattern COUNT = Pattern.compile("(?is)\\s*select\\s+count\\s*\\(.*");
  private static final Set<Measure> ROWS_COUNTED =
      Set.of(Measure.ROW_COUNT, Measure.BROKEN_ROWS, Measure.DUPLICATES);
  private static final Set<Measure> VALUES =
      Set.of(Measure.MINIMUM, Measure.MAXIMUM, Measure.QUANTILE);

  private final String reason;

  Disclosure(String reason) {
    this.reason = reason;
  }

  /** Why a figure is not there, one sentence; empty for what is always shown. */
  public String reason() {
    return reason;
  }

  /** Whether a figure over so many rows may be shown. */
  boolean allows(long rows) {
    return this == SHOWN || (this == OVER_MANY_ROWS && rows >= FEWEST_ROWS);
  }

  static Disclosure of(DatasetRule rule, DataContract contract) {
    if (ROWS_COUNTED.contains(rule.measure())) {
      return SHOWN;
    }
    if (rule.measure() == Measure.QUERY) {
      return rule.query().filter(query -> COUNT.matcher(query).matches()).isPresent()
          ? SHOWN
          : VALUE_OF_A_ROW;
    }
    boolean restricted =
        Stream.concat(rule.spec().columns().stream(), rule.spec().by().stream())
            .flatMap(name -> contract.column(name).stream())
            .anyMatch(Column::isClassified);
    if (restricted) {
      return RESTRICTED;
    }
    return VALUES.contains(rule.measure()) ? VALUE_OF_A_ROW : OVER_MANY_ROWS;
  }

  /** Columns, by name, of which nothing but the name may be shown. */
  public static Set<String> restrictedColumns(DataContract contract) {
    return contract.columns().stream()
        .filter(Column::isClassified)
        .map(Column::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
