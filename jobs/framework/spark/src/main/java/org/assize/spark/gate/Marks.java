package org.assize.spark.gate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.contract.Action;
import org.assize.contract.rule.RowRule;
import org.assize.contract.rule.RuleSet;
import org.assize.spark.condition.Conditions;
import scala.collection.Seq;

/**
 * The row rules of a table as bits: rule number {@code i} is bit {@code i % 63} of the column
 * {@code _dq_mask_<i / 63>}, set where the row breaks it.
 */
public record Marks(List<RowRule> rules, boolean isSourceFed) {

  public Marks {
    rules = List.copyOf(rules);
  }

  /** The frame with its mask columns. A record that could not be parsed breaks rule 0 alone. */
  public Dataset<Row> on(Dataset<Row> frame) {
    Dataset<Row> marked = Conditions.on(frame, rules);
    for (int word = 0; word < words(); word++) {
      marked = marked.withColumn(column(word), expr(mask(word)));
    }
    return Conditions.off(marked, rules);
  }

  /** The rows of an unmarked frame that no rule refuses; rules that refuse none are not asked. */
  public Dataset<Row> accepted(Dataset<Row> frame) {
    List<RowRule> refusing = rules.stream().filter(r -> r.action() == Action.QUARANTINE).toList();
    Dataset<Row> accepted = Conditions.on(frame, refusing);
    for (RowRule rule : refusing) {
      accepted = accepted.where(rule.predicate());
    }
    return Conditions.off(accepted, refusing);
  }

  /** Whether a marked row is refused. */
  public Column isRefused() {
    List<String> tests = new ArrayList<>();
    for (int word = 0; word < words(); word++) {
      long bits = bits(word, Action.QUARANTINE);
      if (bits != 0) {
        tests.add("(" + column(word) + " & " + bits + "L) <> 0");
      }
    }
    return expr(tests.isEmpty() ? "false" : String.join(" OR ", tests));
  }

  /** Whether a refused row lacks nothing but parents. */
  public Column isWaiting() {
    List<String> tests = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      RowRule rule = rules.get(i);
      if (rule.action() == Action.QUARANTINE && rule.parent().isEmpty()) {
        tests.add(isBroken(i));
      }
    }
    return expr(tests.isEmpty() ? "true" : "NOT (" + String.join(" OR ", tests) + ")");
  }

  /** Ids of the refusing rules that a marked row breaks, as an array of strings. */
  public Column reasons() {
    String broken =
        indexes(Action.QUARANTINE).stream()
            .map(i -> "IF(" + isBroken(i) + ", '" + rules.get(i).id() + "', NULL)")
            .collect(Collectors.joining(", "));
    return expr(
        broken.isEmpty()
            ? "CAST(array() AS array<string>)"
            : "array_compact(array(" + broken + "))");
  }

  /** One aggregate for each mask, whose values {@link #broken} reads. */
  public List<Column> brokenCounts() {
    List<Column> counts = new ArrayList<>();
    for (int word = 0; word < words(); word++) {
      counts.add(BitCounts.of(col(column(word))).as(counted(word)));
    }
    return counts;
  }

  /** How many marked rows break each rule, in the order of the rules. */
  public List<Long> broken(Map<String, Object> values) {
    List<Long> broken = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Seq<?> bits = (Seq<?>) Objects.requireNonNull(values.get(counted(i / RuleSet.BITS)));
      broken.add((Long) bits.apply(i % RuleSet.BITS));
    }
    return broken;
  }

  /** The frame without its mask columns. */
  public Dataset<Row> off(Dataset<Row> marked) {
    Dataset<Row> plain = marked;
    for (int word = 0; word < words(); word++) {
      plain = plain.drop(col(column(word)));
    }
    return plain;
  }

  private int words() {
    return (rules.size() + RuleSet.BITS - 1) / RuleSet.BITS;
  }

  private String mask(int word) {
    int first = word * RuleSet.BITS;
    int last = Math.min(rules.size(), first + RuleSet.BITS);
    List<String> bits = new ArrayList<>();
    for (int i = first; i < last; i++) {
      bits.add("IF(" + rules.get(i).predicate() + ", 0L, " + (1L << (i - first)) + "L)");
    }
    String all = String.join(" + ", bits);
    if (!isSourceFed) {
      return all;
    }
    // A product, not a branch: what several rules compute is shared only outside of branches.
    String faulty = word == 0 ? " + IF(_fault <> 0, 1L, 0L)" : "";
    return "IF(_fault <> 0, 0L, 1L) * (" + all + ")" + faulty;
  }

  private String isBroken(int i) {
    return "(" + column(i / RuleSet.BITS) + " & " + (1L << (i % RuleSet.BITS)) + "L) <> 0";
  }

  private long bits(int word, Action action) {
    return indexes(action).stream()
        .filter(i -> i / RuleSet.BITS == word)
        .mapToLong(i -> 1L << (i % RuleSet.BITS))
        .reduce(0, (a, b) -> a | b);
  }

  private List<Integer> indexes(Action action) {
    List<Integer> indexes = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).action() == action) {
        indexes.add(i);
      }
    }
    return indexes;
  }

  private static String counted(int word) {
    return "broken_" + word;
  }

  private static String column(int word) {
    return "_dq_mask_" + word;
  }
}
