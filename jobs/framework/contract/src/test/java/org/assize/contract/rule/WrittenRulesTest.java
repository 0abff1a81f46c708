package org.assize.contract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenRulesTest {

  private static final String TAG = "- {name: tag_id, logicalType: integer}\n";

  @TempDir private Path root;

  @ParameterizedTest
  @CsvSource({
    "'', QUARANTINE, HOLD",
    "severity: error, QUARANTINE, HOLD",
    "severity: info, WARN, WARN",
    "severity: warning, WARN, WARN",
    "severity: critical, HOLD, HOLD",
    "'customProperties: [{property: assize, value: {action: hold}}]', HOLD, HOLD",
    "'severity: critical, customProperties: [{property: assize, value: {action: warn}}]', WARN, WARN"
  })
  void what_a_broken_rule_does_follows_from_its_severity(
      String extra, String sourceFed, String derived) {
    String rule =
        "- {id: odd, type: custom, engine: assize, implementation: tag_id % 2 = 1"
            + (extra.isEmpty() ? "}" : ", " + extra + "}");

    assertThat(Compiled.sourceFed(root, TAG, rule).own())
        .containsExactly("odd " + sourceFed + ": coalesce((tag_id % 2 = 1), true)");
    assertThat(Compiled.derived(root, TAG, rule).own())
        .containsExactly("odd " + derived + ": coalesce((tag_id % 2 = 1), true)");
  }

  @Test
  void the_null_policy_decides_what_a_null_does() {
    var tag =
        Compiled.sourceFed(
            root,
            TAG,
            """
            - {id: a, type: custom, engine: assize, implementation: "tag_id > 0 -- known", customProperties: [{property: assize, value: {nullPolicy: fail}}]}
            - {id: b, type: custom, engine: assize, implementation: tag_id > 0, customProperties: [{property: assize, value: {nullPolicy: pass}}]}
            """);

    assertThat(tag.own())
        .containsExactly(
            "a QUARANTINE: coalesce((tag_id > 0 -- known\n), false)",
            "b QUARANTINE: coalesce((tag_id > 0), true)");
  }

  @Test
  void metrics_that_allow_nothing_judge_rows() {
    var tag =
        Compiled.sourceFed(
            root,
            """
            - name: band
              logicalType: string
              quality:
                - {metric: nullValues, mustBe: 0}
                - {metric: missingValues, mustBe: 0, arguments: {missingValues: ["", null, n/a]}}
                - {metric: invalidValues, mustBe: 0, unit: percent, arguments: {validValues: [O'Neil, b\\c, null]}}
                - {id: shaped, metric: invalidValues, mustBe: 0, arguments: {pattern: a+, validValues: [a]}, customProperties: [{property: assize, value: {nullPolicy: fail}}]}
            - {name: size, logicalType: integer, quality: [{metric: invalidValues, mustBe: 0, arguments: {validValues: [1, 2]}}]}
            - {name: day, logicalType: date, quality: [{metric: missingValues, mustBe: 0, arguments: {missingValues: [1900-01-01]}}]}
            """,
            "");

    assertThat(tag.own())
        .containsExactly(
            "band_not_null QUARANTINE: `band` IS NOT NULL",
            "band_present QUARANTINE: (`band` IS NOT NULL AND coalesce(trim(`band`) NOT IN ('',"
                + " 'n/a'), true))",
            "band_valid QUARANTINE: coalesce(`band` IN ('O\\'Neil', 'b\\\\c'), true)",
            "shaped QUARANTINE: coalesce(`band` IN ('a') AND `band` RLIKE '\\\\A(?:a+)\\\\z', false)",
            "size_valid QUARANTINE: coalesce(`size` IN (1L, 2L), true)",
            "day_present QUARANTINE: (`day` IS NOT NULL AND coalesce(`day` NOT IN"
                + " (DATE'1900-01-01'), true))");
  }

  @Test
  void metrics_that_allow_some_judge_the_batch() {
    var tag =
        Compiled.sourceFed(
            root,
            """
            - name: band
              logicalType: string
              quality:
                - {id: mostly, metric: nullValues, mustBeLessOrEqualTo: 5, unit: percent}
                - {id: few, metric: invalidValues, mustBeLessThan: 3, arguments: {validValues: [a]}, severity: warning}
                - {metric: duplicateValues, mustBe: 0}
            """,
            """
            - {id: enough, metric: rowCount, mustBeGreaterThan: 100, severity: critical}
            - {id: exact, type: library, metric: rowCount, mustNotBe: 7}
            - {id: pairs, metric: duplicateValues, mustBe: 0, arguments: {properties: [band]}, severity: info}
            - {id: least, metric: rowCount, mustBeGreaterOrEqualTo: 1}
            - {id: note, type: text, description: Reviewed each quarter.}
            """);

    assertThat(tag.own()).isEmpty();
    assertThat(tag.checks())
        .containsExactly(
            "mostly HOLD BROKEN_ROWS[band] LESS_OR_EQUAL 5.0%",
            "few WARN BROKEN_ROWS[band] LESS 3.0",
            "band_distinct HOLD DUPLICATES[band] EQUAL 0.0",
            "enough HOLD ROW_COUNT[] GREATER 100.0",
            "exact HOLD ROW_COUNT[] NOT_EQUAL 7.0",
            "pairs WARN DUPLICATES[band] EQUAL 0.0",
            "least HOLD ROW_COUNT[] GREATER_OR_EQUAL 1.0");
    assertThat(tag.rules().datasetRules().get(1).predicate())
        .contains("coalesce(`band` IN ('a'), true)");
  }

  @Test
  void rules_within_columns_are_named_by_their_path() {
    var tag =
        Compiled.sourceFed(
            root,
            """
            - name: stays
              logicalType: array
              items:
                logicalType: object
                properties:
                  - {name: kind, logicalType: string, quality: [{metric: invalidValues, mustBe: 0, arguments: {validValues: [a]}}]}
            - name: owner
              logicalType: object
              properties:
                - {name: kind, logicalType: string, quality: [{metric: nullValues, mustBe: 0}, {metric: invalidValues, mustBeLessThan: 2, arguments: {validValues: [b]}}]}
            """,
            "");

    assertThat(tag.faults()).isEmpty();
    assertThat(tag.own())
        .containsExactly(
            "stays__element__kind_valid QUARANTINE: coalesce(forall(`stays`, _e1 ->"
                + " coalesce(_e1.`kind` IN ('a'), true)), true)",
            "owner__kind_not_null QUARANTINE: (`owner` IS NULL OR `owner`.`kind` IS NOT NULL)");
    assertThat(tag.checks()).containsExactly("owner__kind_valid HOLD BROKEN_ROWS[owner] LESS 2.0");
  }

  @Test
  void a_value_of_another_type_is_a_problem() {
    var tag =
        Compiled.sourceFed(
            root,
            "- {name: size, logicalType: integer, quality: [{metric: invalidValues, mustBe: 0,"
                + " arguments: {validValues: [1, two]}}]}",
            "");

    assertThat(tag.faults())
        .containsExactly(
            "schemas/tags/tag.odcs.yaml:9: RULE_INVALID: `two` is no value of column `size`. Its"
                + " type is bigint.");
  }

  @Test
  void a_rule_cannot_take_the_name_of_a_promise() {
    var tag =
        Compiled.sourceFed(
            root,
            "- {name: tag_id, logicalType: integer, required: true, unique: true}",
            """
            - {id: tag_id_required, type: custom, engine: assize, implementation: tag_id > 0}
            - {id: parsed, type: custom, engine: assize, implementation: tag_id > 0}
            - {id: tag_id_unique, metric: rowCount, mustBe: 1}
            """);

    assertThat(tag.faults())
        .containsExactly(
            "schemas/tags/tag.odcs.yaml:9: DUPLICATE_ID: Rule `tag_id_unique` exists already. What"
                + " a column promises becomes rules too, named after it. Give the written rule"
                + " another id.",
            "schemas/tags/tag.odcs.yaml:11: DUPLICATE_ID: Rule `tag_id_required` exists already."
                + " What a column promises becomes rules too, named after it. Give the written rule"
                + " another id.",
            "schemas/tags/tag.odcs.yaml:12: DUPLICATE_ID: Rule `parsed` exists already. What a"
                + " column promises becomes rules too, named after it. Give the written rule"
                + " another id.");
  }
}
