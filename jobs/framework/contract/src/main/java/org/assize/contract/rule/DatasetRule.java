package org.assize.contract.rule;

import java.util.List;
import java.util.Optional;
import org.assize.contract.Action;
import org.assize.contract.DatasetName;
import org.assize.contract.Measure;
import org.assize.contract.MeasureSpec;
import org.assize.contract.RuleTerms;
import org.assize.contract.Scope;
import org.assize.contract.problem.Place;

/**
 * A check over many rows: those of a batch, of each interval it changes, or of the table.
 *
 * @param spec what is measured, and of which columns; the key for {@code DUPLICATES}
 * @param predicate for {@code BROKEN_ROWS}: TRUE is valid, never NULL
 * @param query for {@code QUERY}: {@code ${table}} stands for the candidate
 * @param bound what the measure must meet; empty where it is compared with its own history
 */
public record DatasetRule(
    String id,
    MeasureSpec spec,
    Optional<String> predicate,
    Optional<String> query,
    Optional<Bound> bound,
    Action action,
    RuleTerms terms,
    String dimension,
    String description,
    Place place) {

  /** The query of a rule of type sql, asked of the candidate under a table's own name. */
  public Optional<String> queryOf(DatasetName table) {
    return query.map(written -> written.replace("${table}", table.toString()));
  }

  /** What it reads beside what is observed while the rows are written. */
  public enum Reads {
    /** Nothing: it is measured with the write. */
    NOTHING,
    /** The batch's rows again. */
    CANDIDATE,
    /** The rows that the table has. */
    TABLE
  }

  /** What it reads beside what is observed while the rows are written. */
  public Reads reads() {
    if (terms.scope() != Scope.BATCH || measure() == Measure.HISTOGRAM_DISTANCE) {
      return Reads.TABLE;
    }
    return measure().isFused() ? Reads.NOTHING : Reads.CANDIDATE;
  }

  /** What is measured. */
  public Measure measure() {
    return spec.measure();
  }

  /**
   * The Spark SQL aggregate that measures it over rows; empty where one aggregate cannot.
   *
   * @param now seconds of the batch's time since the epoch
   */
  public Optional<String> aggregate(long now) {
    if (measure() == Measure.BROKEN_ROWS) {
      return predicate.map(valid -> "sum(IF(" + valid + ", 0L, 1L))");
    }
    if (!measure().isFused()) {
      return Optional.empty();
    }
    if (measure() == Measure.ROW_COUNT) {
      return Optional.of(
          terms.where().map(w -> "count(IF(" + w + ", 1, NULL))").orElse("count(*)"));
    }
    List<String> columns =
        spec.columns().stream()
            .map(column -> "`" + column + "`")
            .map(
                column ->
                    terms.where().map(w -> "IF(" + w + ", " + column + ", NULL)").orElse(column))
            .toList();
    return Optional.of(
        spec.measure()
            .expression(columns)
            .replace(":now", Long.toString(now))
            .replace(":at", Double.toString(spec.quantile())));
  }

  /** The same with another action. */
  DatasetRule with(Action other) {
    return new DatasetRule(
        id, spec, predicate, query, bound, other, terms, dimension, description, place);
  }
}
