package org.assize.contract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromisesTest {

  @TempDir private Path root;

  @Test
  void a_source_fed_table_gets_the_built_in_rules_first() {
    var tag =
        Compiled.merged(
            root,
            """
            - {name: tag_id, logicalType: integer, primaryKey: true}
            - {name: label, logicalType: string}
            - {name: worn_at, logicalType: time}
            - {name: latitude, logicalType: number, logicalTypeOptions: {minimum: 49.0, maximum: 61.5}}
            """,
            "");

    assertThat(tag.rows())
        .containsExactly(
            "parsed QUARANTINE: _fault = 0",
            "tag_id_type QUARANTINE: (_unreadable_0 & 1L) = 0",
            "latitude_type QUARANTINE: (_unreadable_0 & 8L) = 0",
            "tag_id_required QUARANTINE: `tag_id` IS NOT NULL",
            "latitude_range QUARANTINE: coalesce(`latitude` >= 49.0D AND `latitude` <= 61.5D AND"
                + " NOT isnan(`latitude`), true)");
    assertThat(tag.checks()).isEmpty();
  }

  @Test
  void past_63_columns_the_next_word_of_bits_is_used() {
    var columns = new StringBuilder();
    for (int i = 0; i < 65; i++) {
      columns.append("- {name: c").append(i).append(", logicalType: date}\n");
    }

    var tag = Compiled.sourceFed(root, columns.toString(), "");

    assertThat(tag.rows())
        .contains(
            "c62_type QUARANTINE: (_unreadable_0 & 4611686018427387904L) = 0",
            "c63_type QUARANTINE: (_unreadable_1 & 1L) = 0",
            "c64_type QUARANTINE: (_unreadable_1 & 2L) = 0");
  }

  @Test
  void a_derived_table_holds_and_has_its_key_checked() {
    var tag =
        Compiled.derived(
            root,
            """
            - {name: day, logicalType: date, primaryKey: true, primaryKeyPosition: 2}
            - {name: tag_id, logicalType: integer, primaryKey: true, primaryKeyPosition: 1}
            - {name: serial, logicalType: string, unique: true}
            """,
            "");

    assertThat(tag.rows())
        .containsExactly(
            "day_required HOLD: `day` IS NOT NULL", "tag_id_required HOLD: `tag_id` IS NOT NULL");
    assertThat(tag.checks())
        .containsExactly(
            "serial_unique HOLD DUPLICATES[serial] EQUAL 0.0",
            "primary_key_unique HOLD DUPLICATES[tag_id, day] EQUAL 0.0");
  }

  @Test
  void a_key_that_no_load_mode_keeps_is_checked() {
    String columns = "- {name: tag_id, logicalType: integer, primaryKey: true, unique: true}";

    assertThat(Compiled.sourceFed(root, columns, "").checks())
        .containsExactly("primary_key_unique HOLD DUPLICATES[tag_id] EQUAL 0.0");
    assertThat(Compiled.merged(root, columns, "").checks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number, logicalTypeOptions: {exclusiveMinimum: 0}|range|`c` > 0.0D AND NOT isnan(`c`)",
        "number, logicalTypeOptions: {minimum: -1e3}|range|`c` >= -1000.0D AND NOT isnan(`c`)",
        "number, physicalType: float, logicalTypeOptions: {maximum: 0.1}|range|`c` <= CAST(0.1D AS FLOAT) AND NOT isnan(`c`)",
        "number, physicalType: 'decimal(12,2)', logicalTypeOptions: {maximum: 10.50}|range|`c` <= 10.5BD",
        "integer, logicalTypeOptions: {maximum: 150.5, minimum: 1e2}|range|`c` >= 100L AND `c` <= 150.5BD",
        "integer, logicalTypeOptions: {maximum: 9223372036854775808}|range|`c` <= 9223372036854775808BD",
        "date, logicalTypeOptions: {minimum: 2020-02-29}|range|`c` >= DATE'2020-02-29'",
        "timestamp, logicalTypeOptions: {minimum: '2020-01-01 00:00:00+10:00'}|range|`c` >= TIMESTAMP'2019-12-31T14:00:00Z'",
        "timestamp, logicalTypeOptions: {exclusiveMaximum: '2020-01-01T12:30'}|range|`c` < TIMESTAMP'2020-01-01T12:30:00Z'",
        "timestamp, logicalTypeOptions: {maximum: 2020-01-01}|range|`c` <= TIMESTAMP'2020-01-01T00:00:00Z'",
        "string, logicalTypeOptions: {minLength: 1, maxLength: 3}|length|length(`c`) >= 1 AND length(`c`) <= 3",
        "string, logicalTypeOptions: {pattern: \"[A-Z]'\\\\d\"}|pattern|`c` RLIKE '\\\\A(?:[A-Z]\\'\\\\d)\\\\z'",
        "string, logicalTypeOptions: {format: email}|format|`c` RLIKE '\\\\A(?:[^@\\\\s]+@[^@\\\\s]+\\\\.[^@\\\\s]+)\\\\z'",
      },
      quoteCharacter = '~')
  void a_null_passes_what_a_column_promises(String options, String kind, String test) {
    var tag = Compiled.sourceFed(root, "- {name: c, logicalType: " + options + "}", "");

    assertThat(tag.faults()).isEmpty();
    assertThat(tag.own())
        .containsExactly("c_" + kind + " QUARANTINE: coalesce(" + test + ", true)");
  }

  @Test
  void only_a_null_itself_passes_a_remainder() {
    var tag =
        Compiled.sourceFed(
            root,
            """
            - {name: amount, logicalType: number, physicalType: "decimal(9,2)", logicalTypeOptions: {multipleOf: 0.05}}
            - {name: share, logicalType: number, logicalTypeOptions: {multipleOf: 0.1}}
            """,
            "");

    assertThat(tag.own())
        .containsExactly(
            "amount_multiple QUARANTINE: (`amount` IS NULL OR coalesce(`amount` % 0.05BD = 0,"
                + " false))",
            "share_multiple QUARANTINE: (`share` IS NULL OR coalesce((CAST(`share` AS"
                + " DECIMAL(38,18)) % 0.1BD = 0 AND CAST(CAST(`share` AS DECIMAL(38,18)) AS"
                + " DOUBLE) = `share`), CAST(`share` AS DECIMAL(38,0)) % 0.1BD = 0, false))");
  }

  @Test
  void a_time_of_day_is_compared_to_the_second_and_other_text_is_out_of_range() {
    var tag =
        Compiled.sourceFed(
            root, "- {name: c, logicalType: time, logicalTypeOptions: {maximum: '17:00'}}", "");

    assertThat(tag.own())
        .containsExactly(
            "c_range QUARANTINE: coalesce(IF(length(`c`) = 5, concat(`c`, ':00'), `c`) <="
                + " '17:00:00' AND `c` RLIKE"
                + " '\\\\A([01]\\\\d|2[0-3]):[0-5]\\\\d(:[0-5]\\\\d(\\\\.\\\\d+)?)?\\\\z', true)");
  }

  @Test
  void promises_within_columns_become_rules_over_the_row() {
    var tag =
        Compiled.sourceFed(
            root,
            """
            - name: owner
              logicalType: object
              properties:
                - {name: code, logicalType: string, required: true, logicalTypeOptions: {maxLength: 2}}
            - name: stays
              logicalType: array
              items:
                logicalType: object
                required: true
                properties:
                  - {name: began, logicalType: date, required: true}
                  - {name: marks, logicalType: array, items: {logicalType: integer, logicalTypeOptions: {minimum: 0}}}
            """,
            "");

    assertThat(tag.own())
        .containsExactly(
            "owner__code_required QUARANTINE: (`owner` IS NULL OR `owner`.`code` IS NOT NULL)",
            "owner__code_length QUARANTINE: coalesce(length(`owner`.`code`) <= 2, true)",
            "stays__element_required QUARANTINE: coalesce(forall(`stays`, _e1 -> _e1 IS NOT NULL),"
                + " true)",
            "stays__element__began_required QUARANTINE: coalesce(forall(`stays`, _e1 -> (_e1 IS"
                + " NULL OR _e1.`began` IS NOT NULL)), true)",
            "stays__element__marks__element_range QUARANTINE: coalesce(forall(`stays`, _e1 ->"
                + " coalesce(forall(_e1.`marks`, _e2 -> coalesce(_e2 >= 0L, true)), true)), true)");
    assertThat(tag.rules().rowRules()).extracting(RowRule::id).contains("owner_type", "stays_type");
  }

  @Test
  void a_bound_or_pattern_that_cannot_be_read_is_a_problem() {
    var tag =
        Compiled.sourceFed(
            root,
            """
            - {name: seen, logicalType: date, logicalTypeOptions: {minimum: 01/02/2020}}
            - {name: at, logicalType: time, logicalTypeOptions: {minimum: "25:00"}}
            - {name: code, logicalType: string, logicalTypeOptions: {pattern: "[A-Z"}}
            - {name: free, logicalType: string, logicalTypeOptions: {pattern: "\\\\Qa"}}
            - {name: much, logicalType: number, logicalTypeOptions: {maximum: 1e999}}
            - {name: ends, logicalType: string, logicalTypeOptions: {pattern: "a)|(?:b"}}
            """,
            "");

    assertThat(tag.own()).isEmpty();
    assertThat(tag.faults())
        .containsExactly(
            "schemas/tags/tag.odcs.yaml:9: CONTRACT_INVALID: `01/02/2020` is no bound of column"
                + " `seen`. Its type is date. Write it as 2026-11-23.",
            "schemas/tags/tag.odcs.yaml:10: CONTRACT_INVALID: `25:00` is no bound of column `at`."
                + " Its type is string. Write it as 07:30 or 07:30:00.",
            "schemas/tags/tag.odcs.yaml:11: RULE_INVALID: The pattern of column `code` cannot be"
                + " read. Unclosed character class. Patterns are Java regular expressions and match"
                + " the whole text.",
            "schemas/tags/tag.odcs.yaml:12: RULE_INVALID: The pattern of column `free` cannot be"
                + " read. Unclosed group. Patterns are Java regular expressions and match the whole"
                + " text.",
            "schemas/tags/tag.odcs.yaml:13: CONTRACT_INVALID: `1e999` is no bound of column `much`."
                + " Its type is double.",
            "schemas/tags/tag.odcs.yaml:14: RULE_INVALID: The pattern of column `ends` cannot be"
                + " read. Unmatched closing ')'. Patterns are Java regular expressions and match the"
                + " whole text.");
  }
}
