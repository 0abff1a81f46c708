package org.assize.spark.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.assize.contract.JavaCondition;
import org.assize.contract.problem.Place;
import org.assize.spark.RowCondition;
import org.assize.spark.RowValues;
import org.jspecify.annotations.Nullable;

/** Asks a condition about a row whose columns are all there. */
final class ConditionFunction implements UDF1<Row, Boolean> {

  private static final long serialVersionUID = 1L;

  private final String rule;
  private final String className;
  private final String[] columns;
  private final boolean[] days;
  private final boolean[] moments;
  private final String file;
  private final int line;
  private transient @Nullable RowCondition condition;

  /**
   * Of a rule.
   *
   * @param days columns that hold days since the epoch
   * @param moments columns that hold microseconds since the epoch
   */
  ConditionFunction(
      String rule, JavaCondition java, List<Boolean> days, List<Boolean> moments, Place place) {
    this.rule = rule;
    this.className = java.className();
    this.columns = java.columns().toArray(new String[0]);
    this.days = new boolean[columns.length];
    this.moments = new boolean[columns.length];
    for (int i = 0; i < columns.length; i++) {
      this.days[i] = days.get(i);
      this.moments[i] = moments.get(i);
    }
    this.file = place.file();
    this.line = place.line();
  }

  @Override
  public Boolean call(Row row) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < columns.length; i++) {
      Object given = row.get(i);
      values.put(
          columns[i],
          days[i]
              ? LocalDate.ofEpochDay((Integer) given)
              : moments[i] ? Instant.EPOCH.plus((Long) given, ChronoUnit.MICROS) : given);
    }
    try {
      return made().isMet(RowValues.of(values));
    } catch (RuntimeException | LinkageError e) {
      throw new RuleFault(rule, new Place(file, line), failure(e));
    }
  }

  private RowCondition made() {
    RowCondition known = condition;
    if (known == null) {
      known = ConditionClass.loaded(className, Thread.currentThread().getContextClassLoader());
      condition = known;
    }
    return known;
  }

  /** What happened and in which line, without the words of the exception. */
  private String failure(Throwable e) {
    for (StackTraceElement frame : e.getStackTrace()) {
      if (frame.getClassName().startsWith(className)) {
        return name(e) + " at " + frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return name(e);
  }

  private static String name(Throwable e) {
    return e instanceof RowValues.WrongColumn wrong
        ? String.valueOf(wrong.getMessage())
        : e.getClass().getSimpleName();
  }
}
