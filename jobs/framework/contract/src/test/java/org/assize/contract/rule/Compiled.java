package org.assize.contract.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assize.contract.Domain;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.contract.reader.ContractReader;

/** Rules of a table of which a test writes only the columns and the rules. */
final class Compiled {

  private static final String SOURCE_FED =
      "layer: curated, sources: [{name: supplier_tag, files: '{day}/*.csv', format: csv}],"
          + " load: {mode: %s}";
  private static final String DERIVED = "layer: published, load: {mode: replace}";

  private final RuleSet rules;
  private final List<String> faults;

  private Compiled(Path root, String columns, String quality, String assize) {
    try {
      Path folder = Files.createDirectories(root.resolve("schemas/tags"));
      Files.writeString(folder.resolve("tag.odcs.yaml"), text(columns, quality, assize));
      var problems = new Problems();
      Domain domain = ContractReader.readDomain(folder, root, problems);
      problems.throwIfAny();
      rules = RuleCompiler.compile(domain.contracts().get(0), problems);
      faults = problems.all().stream().map(Problem::toString).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static Compiled sourceFed(Path root, String columns, String quality) {
    return new Compiled(root, columns, quality, SOURCE_FED.formatted("append"));
  }

  static Compiled merged(Path root, String columns, String quality) {
    return new Compiled(root, columns, quality, SOURCE_FED.formatted("merge"));
  }

  static Compiled promising(Path root, String columns, String promises) {
    return new Compiled(
        root, columns, "", SOURCE_FED.formatted("append") + ", promises: {" + promises + "}");
  }

  static Compiled derived(Path root, String columns, String quality) {
    return new Compiled(root, columns, quality, DERIVED);
  }

  RuleSet rules() {
    return rules;
  }

  List<String> faults() {
    return faults;
  }

  /** The row rules in one line each. */
  List<String> rows() {
    return rules.rowRules().stream()
        .map(rule -> rule.id() + " " + rule.action() + ": " + rule.predicate())
        .toList();
  }

  /** The row rules but those that every source-fed table has. */
  List<String> own() {
    return rows().stream()
        .filter(rule -> !rule.startsWith("parsed ") && !rule.matches("\\w+_type .*"))
        .toList();
  }

  /** The dataset rules in one line each. */
  List<String> checks() {
    return rules.datasetRules().stream()
        .map(
            rule ->
                "%s %s %s%s %s %s%s"
                    .formatted(
                        rule.id(),
                        rule.action(),
                        rule.measure(),
                        rule.spec().columns(),
                        rule.bound().orElseThrow().operator(),
                        rule.bound().orElseThrow().operands().get(0),
                        rule.bound().orElseThrow().percent() ? "%" : ""))
        .toList();
  }

  private static String text(String columns, String quality, String assize) {
    return """
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
        + (quality.isEmpty() ? "" : "    quality:\n" + quality.indent(6))
        + "customProperties: [{property: assize, value: {"
        + assize
        + "}}]\n";
  }
}
