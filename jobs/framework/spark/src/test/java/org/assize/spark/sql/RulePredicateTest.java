package org.assize.spark.sql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.assize.contract.Column;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulePredicateTest {

  private static final CatalystInspector INSPECTOR = new CatalystInspector();
  private static final List<Column> COLUMNS =
      Promises.columns(
          "amount decimal(10,2), name string, from_on date, to_on date, tags array<string>");

  private static List<String> check(String predicate) {
    var problems = new Problems();
    INSPECTOR.checkPredicate(predicate, COLUMNS, new Place("a.odcs.yaml", 31), problems);
    return problems.all().stream().map(Problem::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount >= 0",
        "to_on IS NULL OR to_on >= from_on",
        "coalesce(name RLIKE '\\\\A(?:[A-Z]+)\\\\z', true)",
        "forall(tags, t -> t <> '')",
        "(_fault & 4) = 0 AND (_unreadable_0 & 1L) = 0 AND _unreadable_12 = 0",
        "length(name)\n  BETWEEN 1 AND 20",
        "from_on < DATE '2030-01-01'"
      })
  void a_boolean_function_of_the_row_is_a_rule(String predicate) {
    assertThat(check(predicate)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "amout >= 0; No column is called `amout` here. Did you mean `amount`?",
        "amount >=; The rule cannot be parsed at end of input. Look for a missing comma, bracket"
            + " or keyword before it.",
        "amount; The rule is decimal(10,2), not boolean. Write what a valid row meets, for example"
            + " `amount >= 0`.",
        "max(amount) > 3; A rule may not use `max`, which looks at more than one row. It sees one"
            + " row. State a rule over the table, or write a derived table.",
        "row_number() OVER (ORDER BY name) = 1; A rule may not use `row_number`, which looks at"
            + " more than one row. It sees one row. State a rule over the table, or write a derived"
            + " table.",
        "explode(tags) = 'a'; A rule may not use `explode`, which yields rows. It sees one row."
            + " State a rule over the table, or write a derived table.",
        "name IN (SELECT a FROM b.c); A rule may not contain a query. It sees one row. State a"
            + " relationship, or write a derived table.",
        "to_on <= current_date(); A rule may not use `current_date`. It depends on the moment of"
            + " the run. Use a column of the data, or in a query `:interval_start` and `:interval_end`.",
        "to_on <= current_date; A rule may not use `current_date`. It depends on the moment of the"
            + " run. Use a column of the data, or in a query `:interval_start` and `:interval_end`.",
        "rand() < 0.5; A rule may not use `rand`. It gives another result each time. Derive it from"
            + " columns, for example with `xxhash64` or `sha2`.",
        "name RLIKE '([a-z]+){12,}9'; The pattern of the rule can take for ever. `([a-z]+)` is"
            + " repeated and can match one text in many ways. Let its parts differ, or never give"
            + " back: `[a-z]++`, not `[a-z]+`.",
        "regexp_replace(name, '(a|aa)+b', '') = ''; The pattern of the rule can take for ever."
            + " `(a|aa)` is repeated and can match one text in many ways. Let its parts differ, or"
            + " never give back: `[a-z]++`, not `[a-z]+`.",
        "lenght(name) > 3; No function is called `lenght`. Did you mean `len` or `length`?"
      })
  void anything_else_is_reported_at_the_rule(String predicate, String message) {
    assertThat(check(predicate))
        .singleElement()
        .asString()
        .isEqualTo("a.odcs.yaml:31: RULE_INVALID: " + message);
  }

  @Test
  void a_type_that_does_not_fit_is_told_in_one_line() {
    assertThat(check("tags > 3"))
        .singleElement()
        .asString()
        .startsWith("a.odcs.yaml:31: RULE_INVALID: The rule cannot be resolved. ")
        .doesNotContain("\n", "#");
  }

  @Test
  void a_thousand_rules_over_five_hundred_columns_are_checked_in_a_moment() {
    List<Column> wide =
        Promises.columns(
            IntStream.range(0, 500).mapToObj(i -> "c" + i + " bigint").collect(joining(", ")));
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    var problems = new Problems();

    for (int i = 0; i < 1000; i++) {
      INSPECTOR.checkPredicate(
          "c" + i % 500 + " >= " + i / 500, wide, new Place("a.odcs.yaml", i), problems);
    }

    double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf("1,000 rules checked in %.1f CPU seconds%n", seconds);
    assertThat(problems.all()).isEmpty();
    assertThat(seconds).as("CPU seconds of the thread").isLessThan(5);
  }
}
