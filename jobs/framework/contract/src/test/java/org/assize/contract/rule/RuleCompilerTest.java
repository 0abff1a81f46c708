package org.assize.contract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assize.contract.DataContract;
import org.assize.contract.problem.Problems;
import org.assize.contract.reader.ContractReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCompilerTest {

  @TempDir private Path root;

  @Test
  void a_source_fed_table_gets_the_built_in_rules_first() throws Exception {
    RuleSet rules =
        compile(
            """
            - {name: tag_id, logicalType: integer, primaryKey: true}
            - {name: latitude, logicalType: number, logicalTypeOptions: {minimum: 49.0, maximum: 61.5}}
            - {name: label, logicalType: string, logicalTypeOptions: {pattern: "[A-Z]+", maxLength: 4}}
            """);

    assertThat(rules.rowRules())
        .extracting(rule -> rule.id() + " " + rule.action() + ": " + rule.predicate())
        .containsExactly(
            "parsed QUARANTINE: _fault = 0",
            "tag_id_type QUARANTINE: (_unreadable_0 & 1L) = 0",
            "latitude_type QUARANTINE: (_unreadable_0 & 2L) = 0",
            "tag_id_required QUARANTINE: `tag_id` IS NOT NULL",
            "latitude_range QUARANTINE: coalesce(`latitude` >= 49.0D AND `latitude` <= 61.5D"
                + " AND NOT isnan(`latitude`), true)",
            "label_length QUARANTINE: coalesce(length(`label`) <= 4, true)",
            "label_pattern QUARANTINE: coalesce(`label` RLIKE '\\\\A(?:[A-Z]+)\\\\z', true)");
    assertThat(rules.datasetRules()).isEmpty();
    assertThat(rules.fingerprint()).matches("[0-9a-f]{64}");
  }

  private RuleSet compile(String columns) throws Exception {
    var problems = new Problems();
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
            + columns.indent(6)
            + """
            customProperties:
              - property: assize
                value:
                  layer: curated
                  sources: [{name: supplier_tag, files: "tag/*.csv", format: csv}]
                  load: {mode: merge}
            """);
    DataContract contract = ContractReader.readDomain(folder, root, problems).contracts().get(0);
    RuleSet rules = RuleCompiler.compile(contract, problems);
    problems.throwIfAny();
    return rules;
  }
}
