package org.assize.spark.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assize.contract.problem.Problems;
import org.assize.contract.reader.ContractReader;
import org.assize.contract.rule.RuleCompiler;
import org.assize.contract.rule.RuleSet;

/** A contract with every kind of row rule, and of rule about keys. */
final class EveryRule {

  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: tags.tag
      version: 1.0.0
      status: active
      schema:
        - name: tag
          properties:
            - {name: whole, logicalType: integer, required: true, logicalTypeOptions: {minimum: -9223372036854775807, exclusiveMaximum: 100, multipleOf: 3}}
            - {name: small, logicalType: integer, physicalType: int, logicalTypeOptions: {multipleOf: 7}}
            - {name: share, logicalType: number, logicalTypeOptions: {minimum: 0, exclusiveMaximum: 1}}
            - {name: step, logicalType: number, logicalTypeOptions: {multipleOf: 0.1}}
            - {name: ratio, logicalType: number, physicalType: float, logicalTypeOptions: {minimum: -0.5, maximum: 0.1, multipleOf: 0.1}}
            - {name: fine, logicalType: number, physicalType: "decimal(12,2)", logicalTypeOptions: {minimum: 0.05, multipleOf: 0.05}}
            - {name: wide, logicalType: number, physicalType: "decimal(38,10)", logicalTypeOptions: {exclusiveMinimum: 1.5}}
            - name: level
              logicalType: number
              unique: true
              quality:
                - {metric: invalidValues, mustBe: 0, arguments: {validValues: [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5]}}
            - name: is_open
              logicalType: boolean
              quality: [{metric: nullValues, mustBe: 0}]
            - {name: code, logicalType: string, logicalTypeOptions: {pattern: "[a-c]\\\\d*|é|.b?", minLength: 1, maxLength: 3}}
            - {name: mail, logicalType: string, logicalTypeOptions: {format: email}}
            - {name: key, logicalType: string, logicalTypeOptions: {format: uuid}}
            - name: band
              logicalType: string
              quality:
                - {metric: missingValues, mustBe: 0, arguments: {missingValues: [" ", n/a]}}
                - {metric: invalidValues, mustBe: 0, arguments: {validValues: [a, ab, O'Neil, "b\\\\c", "\\t", "${system:user.dir}", éé, "x\\0", "a\\n"]}}
                - {id: band_strict, metric: invalidValues, mustBe: 0, arguments: {pattern: "[a-z]+"}, customProperties: [{property: assize, value: {nullPolicy: fail}}]}
            - {name: opens, logicalType: time, logicalTypeOptions: {minimum: "08:00", maximum: "17:00"}}
            - {name: seen_on, logicalType: date, logicalTypeOptions: {minimum: 2020-02-29, exclusiveMaximum: 9999-12-31}}
            - {name: seen_at, logicalType: timestamp, logicalTypeOptions: {exclusiveMinimum: "0001-01-01T00:00:00Z", maximum: "2026-03-29T02:00:00+01:00"}}
            - {name: force, logicalType: string}
            - {name: number, logicalType: integer}
          quality:
            - {id: passes, type: custom, engine: assize, implementation: share > 0.5 AND level > 0.5}
            - {id: fails, type: custom, engine: assize, implementation: share > 0.5 OR level > 0.5, customProperties: [{property: assize, value: {nullPolicy: fail}}]}
            - {id: only_open, type: custom, engine: assize, implementation: code IS NOT NULL, customProperties: [{property: assize, value: {where: is_open}}]}
            - {id: mostly_coded, type: custom, engine: assize, implementation: code IS NOT NULL OR NOT is_open, customProperties: [{property: assize, value: {nullPolicy: fail}}]}
            - {id: pair, metric: duplicateValues, mustBe: 0, arguments: {properties: [force, number]}}
            - {id: open_pair, metric: duplicateValues, mustBe: 0, arguments: {properties: [force, number]}, customProperties: [{property: assize, value: {where: is_open}}]}
            - {id: rare, metric: duplicateValues, mustBe: 0, arguments: {properties: [seen_at, step, whole]}}
      customProperties:
        - property: assize
          value: {layer: published, load: {mode: replace}}
      """;

  private EveryRule() {}

  /** Its rules. */
  static RuleSet in(Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve("schemas/tags"));
    Files.writeString(folder.resolve("tag.odcs.yaml"), CONTRACT);
    var problems = new Problems();
    var contract = ContractReader.readDomain(folder, root, problems).contracts().get(0);
    RuleSet rules = RuleCompiler.compile(contract, problems);
    problems.throwIfAny();
    return rules;
  }
}
