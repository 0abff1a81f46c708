package org.assize.spark.rule;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.assize.contract.rule.DatasetRule;
import org.assize.contract.rule.RowRule;
import org.assize.contract.rule.RuleSet;
import org.assize.core.Measurement;
import org.assize.core.RuleResult;
import org.assize.spark.gate.Gate;
import org.assize.spark.gate.Judged;
import org.assize.spark.gate.Marks;
import org.assize.spark.gate.Observed;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On any rows the marks, the gate's counts, Deequ's own metrics and an oracle in plain Java agree.
 */
@SparkTest
class RowRulePropertiesTest {

  private static final int ROWS = 700;
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private final SparkSession spark;
  @TempDir private Path root;

  RowRulePropertiesTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20261123, 77, -5})
  void marks_gate_deequ_and_oracle_agree(long seed) throws Exception {
    List<Map<String, Object>> given = new RandomRows(seed).rows(ROWS);
    RuleSet rules = EveryRule.in(root);
    var marks = new Marks(rules.rowRules(), false);
    Dataset<Row> marked = marks.on(frame(given)).cache();

    try {
      List<List<String>> expected = given.stream().map(new RuleOracle()::broken).toList();
      List<List<String>> found = broken(marked, rules);
      assertThat(differences(rules, given, found, expected)).as("marks, seed " + seed).isEmpty();

      Map<String, Long> counts = new HashMap<>();
      rules.rowRules().forEach(rule -> counts.put(rule.id(), count(expected, rule.id())));
      for (DatasetRule rule : rules.datasetRules()) {
        counts.put(rule.id(), RuleOracle.repeats(given, rule.spec().columns(), about(rule)));
      }
      assertThat(judged(marked, rules)).as("gate, seed " + seed).isEqualTo(counts);
      assertThat(counts.values()).as("rules that no row breaks").doesNotContain(0L);
      assertThat(DeequMetrics.of(marked, rules))
          .as("Deequ, seed " + seed)
          .isEqualTo(DeequMetrics.expected(given, rules, counts));
    } finally {
      marked.unpersist();
    }
  }

  /** The rows that a rule about keys is about. */
  static Predicate<Map<String, Object>> about(DatasetRule rule) {
    return row -> rule.terms().where().isEmpty() || Boolean.TRUE.equals(row.get("is_open"));
  }

  private static long count(List<List<String>> broken, String rule) {
    return broken.stream().filter(ids -> ids.contains(rule)).count();
  }

  /** Rules that one side finds broken and the other not, each with the first such row. */
  private static Map<String, String> differences(
      RuleSet rules,
      List<Map<String, Object>> given,
      List<List<String>> found,
      List<List<String>> expected) {
    Map<String, String> differences = new TreeMap<>();
    for (int row = 0; row < given.size(); row++) {
      for (RowRule rule : rules.rowRules()) {
        boolean isFound = found.get(row).contains(rule.id());
        if (isFound != expected.get(row).contains(rule.id())) {
          differences.putIfAbsent(
              rule.id(), (isFound ? "marked: " : "not marked: ") + given.get(row));
        }
      }
    }
    return differences;
  }

  /** The rules that each row's bits name. */
  private static List<List<String>> broken(Dataset<Row> marked, RuleSet rules) {
    List<List<String>> all = new ArrayList<>();
    for (Row row : marked.select("_dq_mask_0").collectAsList()) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < rules.rowRules().size(); i++) {
        if ((row.getLong(0) >> i & 1) == 1) {
          ids.add(rules.rowRules().get(i).id());
        }
      }
      all.add(ids);
    }
    return all;
  }

  /** What the gate counts of each rule. */
  private static Map<String, Long> judged(Dataset<Row> marked, RuleSet rules) {
    var marks = new Marks(rules.rowRules(), false);
    Column[] counts = marks.brokenCounts().toArray(new Column[0]);
    Row row = marked.agg(expr("count(*)"), counts).head();
    List<Long> broken = marks.broken(Map.of("broken_0", row.get(1)));
    var observed = new Observed(row.getLong(0), broken, row.getLong(0), Map.of());
    Map<String, Long> values = new HashMap<>();
    for (RuleResult one : new Gate(rules).judge(observed, only(marked), NOW).results()) {
      assertThat(one.effect() == RuleResult.Effect.NONE).as(one.rule()).isEqualTo(value(one) == 0);
      values.put(one.rule(), value(one));
    }
    return values;
  }

  private static long value(RuleResult result) {
    OptionalDouble value = result.value();
    return (long) value.orElseThrow();
  }

  private Dataset<Row> frame(List<Map<String, Object>> rows) {
    var schema = StructType.fromDDL(RandomRows.schema());
    List<Row> given = rows.stream().map(row -> RowFactory.create(row.values().toArray())).toList();
    return spark.createDataFrame(given, schema).coalesce(1);
  }

  private static Judged only(Dataset<Row> rows) {
    return new Judged() {
      @Override
      public Dataset<Row> candidate() {
        return rows;
      }

      @Override
      public Dataset<Row> before() {
        throw new AssertionError("no rule compares with earlier rows");
      }

      @Override
      public Dataset<Row> after() {
        throw new AssertionError("no rule is about the table");
      }

      @Override
      public Intervals intervals() {
        throw new AssertionError("no rule is about intervals");
      }

      @Override
      public Dataset<Row> ask(DatasetRule rule) {
        throw new AssertionError("no rule is a query");
      }

      @Override
      public List<Measurement> history(String rule) {
        return List.of();
      }
    };
  }
}
