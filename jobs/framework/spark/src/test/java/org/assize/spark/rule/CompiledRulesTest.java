package org.assize.spark.rule;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DataContract;
import org.assize.contract.problem.Problems;
import org.assize.contract.reader.ContractReader;
import org.assize.contract.rule.DatasetRule;
import org.assize.contract.rule.RowRule;
import org.assize.contract.rule.RuleCompiler;
import org.assize.contract.rule.RuleSet;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiled predicates mean in Spark what the contract says, and are never NULL. */
@SparkTest
class CompiledRulesTest {

  private static final String COLUMNS =
      """
      - {name: id, logicalType: integer, required: true}
      - {name: share, logicalType: number, logicalTypeOptions: {minimum: 0, exclusiveMaximum: 1, multipleOf: 0.1}}
      - {name: ratio, logicalType: number, physicalType: float, logicalTypeOptions: {maximum: 0.1}}
      - {name: fine, logicalType: number, physicalType: "decimal(12,2)", logicalTypeOptions: {multipleOf: 0.05, minimum: -1e2}}
      - {name: code, logicalType: string, logicalTypeOptions: {pattern: "[A-Z]'\\\\\\\\?\\\\d+|é", maxLength: 4}}
      - {name: mail, logicalType: string, logicalTypeOptions: {format: email}}
      - {name: key, logicalType: string, logicalTypeOptions: {format: uuid}}
      - {name: seen_on, logicalType: date, logicalTypeOptions: {minimum: 2020-02-29}}
      - {name: seen_at, logicalType: timestamp, logicalTypeOptions: {maximum: "2026-01-01T00:00:00+01:00"}}
      - {name: opens, logicalType: time, logicalTypeOptions: {minimum: "08:00"}}
      - name: band
        logicalType: string
        quality:
          - {metric: missingValues, mustBe: 0, arguments: {missingValues: ["", n/a]}}
          - {metric: invalidValues, mustBe: 0, arguments: {validValues: [a, O'Neil, "b\\\\c", "\\t"]}}
          - {id: mostly, metric: nullValues, mustBeLessThan: 2}
      - name: stays
        logicalType: array
        items:
          logicalType: object
          properties:
            - {name: began, logicalType: date, required: true}
            - {name: marks, logicalType: array, items: {logicalType: integer, required: true, logicalTypeOptions: {minimum: 1}}}
      """;
  private static final String RULES =
      """
      - {id: either, type: custom, engine: assize, implementation: "share > 0 OR fine > 0 -- one"}
      - {id: both, type: custom, engine: assize, implementation: share > 0 AND fine > 0, customProperties: [{property: assize, value: {nullPolicy: fail}}]}
      """;
  private static final Map<String, String> GOOD =
      Map.ofEntries(
          Map.entry("id", "1L"),
          Map.entry("share", "0.3D"),
          Map.entry("ratio", "CAST(0.1 AS FLOAT)"),
          Map.entry("fine", "CAST(10.05 AS DECIMAL(12,2))"),
          Map.entry("code", "'A\\'7'"),
          Map.entry("mail", "'a@b.uk'"),
          Map.entry("key", "'123e4567-e89b-12d3-a456-426614174000'"),
          Map.entry("seen_on", "DATE'2020-02-29'"),
          Map.entry("seen_at", "TIMESTAMP'2025-12-31T23:00:00Z'"),
          Map.entry("opens", "'08:00'"),
          Map.entry("band", "'O\\'Neil'"),
          Map.entry(
              "stays", "array(named_struct('began', DATE'2020-01-01', 'marks', array(1L, 2L)))"));

  private final SparkSession spark;
  @TempDir private Path root;

  CompiledRulesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void a_row_breaks_exactly_the_rules_that_it_breaks() throws Exception {
    DataContract contract = contract();
    RuleSet rules = compile(contract);
    Map<Map<String, String>, List<String>> expected = new LinkedHashMap<>();
    expected.put(Map.of(), List.of());
    expected.put(Map.of("id", "NULL"), List.of("id_required"));
    expected.put(Map.of("share", "NULL"), List.of("both"));
    expected.put(Map.of("share", "1D"), List.of("share_range"));
    expected.put(Map.of("share", "0.25D"), List.of("share_multiple"));
    expected.put(Map.of("share", "double('NaN')"), List.of("share_range", "share_multiple"));
    expected.put(
        Map.of("share", "double('-Infinity')"), List.of("share_range", "share_multiple", "both"));
    expected.put(Map.of("share", "-0D", "fine", "NULL"), List.of("both"));
    expected.put(Map.of("ratio", "CAST(0.11 AS FLOAT)"), List.of("ratio_range"));
    expected.put(Map.of("ratio", "float('NaN')"), List.of("ratio_range"));
    expected.put(Map.of("fine", "10.01"), List.of("fine_multiple"));
    expected.put(Map.of("fine", "-100.05"), List.of("fine_range", "both"));
    expected.put(Map.of("code", "'A\\'\\\\7'"), List.of());
    expected.put(Map.of("code", "'é'"), List.of());
    expected.put(Map.of("code", "'A\\'7\\n'"), List.of("code_pattern"));
    expected.put(Map.of("code", "'xA\\'7'"), List.of("code_pattern"));
    expected.put(Map.of("code", "'A\\'777'"), List.of("code_length"));
    expected.put(Map.of("code", "''"), List.of("code_pattern"));
    expected.put(Map.of("mail", "'a@b'"), List.of("mail_format"));
    expected.put(Map.of("key", "'123'"), List.of("key_format"));
    expected.put(Map.of("seen_on", "DATE'2020-02-28'"), List.of("seen_on_range"));
    expected.put(
        Map.of("seen_at", "TIMESTAMP'2025-12-31T23:00:00.000001Z'"), List.of("seen_at_range"));
    expected.put(Map.of("opens", "'07:59'"), List.of("opens_range"));
    expected.put(Map.of("band", "NULL"), List.of("band_present"));
    expected.put(Map.of("band", "' n/a '"), List.of("band_present", "band_valid"));
    expected.put(Map.of("band", "'b\\\\c'"), List.of());
    expected.put(Map.of("band", "'\\t'"), List.of());
    expected.put(Map.of("stays", "NULL"), List.of());
    expected.put(Map.of("stays", "array()"), List.of());
    expected.put(Map.of("stays", "array(NULL)"), List.of());
    expected.put(Map.of("stays", stay("NULL", "NULL")), List.of("stays__element__began_required"));
    expected.put(
        Map.of("stays", stay("DATE'2020-01-01'", "array(NULL, 0L)")),
        List.of("stays__element__marks__element_required", "stays__element__marks__element_range"));

    List<List<String>> broken = broken(contract, rules.rowRules(), List.copyOf(expected.keySet()));

    assertThat(broken).containsExactlyElementsOf(expected.values());
    assertThat(expected.values().stream().flatMap(List::stream).distinct())
        .as("every rule but those of reading and `either` is broken by some row")
        .hasSize((int) rules.rowRules().stream().filter(rule -> !builtIn(rule)).count() - 1);
  }

  @Test
  void predicates_of_dataset_rules_are_never_null() throws Exception {
    DataContract contract = contract();
    DatasetRule mostly = compile(contract).datasetRules().get(0);

    assertThat(mostly.id()).isEqualTo("mostly");
    Row row =
        rows(contract, List.of(Map.of("band", "NULL")))
            .selectExpr(mostly.predicate().orElseThrow())
            .first();
    assertThat(row.getBoolean(0)).isFalse();
  }

  private static String stay(String began, String marks) {
    return "array(named_struct('began', %s, 'marks', %s))".formatted(began, marks);
  }

  private static boolean builtIn(RowRule rule) {
    return rule.id().equals(RuleSet.PARSED) || rule.id().endsWith("_type");
  }

  /** The rules that each row breaks. */
  private List<List<String>> broken(
      DataContract contract, List<RowRule> rules, List<Map<String, String>> changes) {
    String[] predicates = rules.stream().map(RowRule::predicate).toArray(String[]::new);
    List<List<String>> broken = new ArrayList<>();
    for (Row row : rows(contract, changes).selectExpr(predicates).collectAsList()) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < rules.size(); i++) {
        assertThat(row.isNullAt(i)).as(rules.get(i).id()).isFalse();
        if (!row.getBoolean(i)) {
          ids.add(rules.get(i).id());
        }
      }
      broken.add(ids);
    }
    return broken;
  }

  /** One frame with a good row for each set of changes, and the changes made. */
  private Dataset<Row> rows(DataContract contract, List<Map<String, String>> changes) {
    String columns =
        contract.columns().stream().map(c -> "`" + c.name() + "`").collect(joining(", "));
    String rows = changes.stream().map(change -> row(contract, change)).collect(joining(",\n"));
    return spark.sql(
        "SELECT * FROM VALUES %s AS t(_fault, _unreadable_0, %s)".formatted(rows, columns));
  }

  private static String row(DataContract contract, Map<String, String> change) {
    return contract.columns().stream()
        .map(
            c ->
                "CAST(%s AS %s)"
                    .formatted(change.getOrDefault(c.name(), GOOD.get(c.name())), c.physicalType()))
        .collect(joining(", ", "(0, 0L, ", ")"));
  }

  private static RuleSet compile(DataContract contract) {
    var problems = new Problems();
    RuleSet rules = RuleCompiler.compile(contract, problems);
    problems.throwIfAny();
    return rules;
  }

  private DataContract contract() throws Exception {
    Path folder = Files.createDirectories(root.resolve("schemas/tags"));
    Files.writeString(
        folder.resolve("tag.odcs.yaml"),
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: tags.tag
        version: 1.0.0
        status: active
        schema:
          - name: tag
            properties:
        """
            + COLUMNS.indent(6)
            + "    quality:\n"
            + RULES.indent(6)
            + """
            customProperties:
              - property: assize
                value:
                  layer: curated
                  sources: [{name: supplier_tag, files: "{day}/*.csv", format: csv}]
                  load: {mode: append}
            """);
    var problems = new Problems();
    DataContract contract = ContractReader.readDomain(folder, root, problems).contracts().get(0);
    problems.throwIfAny();
    return contract;
  }
}
