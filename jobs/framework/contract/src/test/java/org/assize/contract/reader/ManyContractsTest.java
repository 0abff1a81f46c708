package org.assize.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assize.contract.Domain;
import org.assize.contract.problem.Problems;
import org.assize.contract.rule.RuleCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyContractsTest {

  private static final int DOMAINS = 10;
  private static final int TABLES = 20;

  @TempDir private Path root;

  @Test
  void two_hundred_contracts_are_no_wait() {
    List<DomainFiles> files = IntStream.range(0, DOMAINS).mapToObj(this::domain).toList();
    var problems = new Problems();

    long began = System.nanoTime();
    List<Domain> domains = files.stream().map(domain -> domain.read(problems)).toList();
    int rules =
        domains.stream()
            .flatMap(domain -> domain.contracts().stream())
            .mapToInt(contract -> RuleCompiler.compile(contract, problems).rowRules().size())
            .sum();
    Duration took = Duration.ofNanos(System.nanoTime() - began);

    System.out.printf(
        "%d contracts read, checked and compiled in %d ms%n", DOMAINS * TABLES, took.toMillis());
    assertThat(problems.all()).isEmpty();
    assertThat(rules).isEqualTo(DOMAINS * TABLES * 40);
    assertThat(took).isLessThan(Duration.ofSeconds(20));
  }

  private DomainFiles domain(int number) {
    var files = new DomainFiles(root, "domain" + number).with("_domain.yaml", "owner: Team\n");
    for (int table = 0; table < TABLES; table++) {
      files.with("table" + table + ".odcs.yaml", contract("domain" + number, "table" + table));
    }
    return files;
  }

  private static String contract(String domain, String table) {
    var columns = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      String promise =
          switch (i % 3) {
            case 0 -> "number, logicalTypeOptions: {minimum: 0, maximum: 100}";
            case 1 -> "string, logicalTypeOptions: {maxLength: 20, pattern: '[A-Z]+'}";
            default -> "date";
          };
      columns.append(
          "      - {name: c%d, logicalType: %s, transformSourceObjects: [Column %d]}\n"
              .formatted(i, promise, i));
    }
    return """
    apiVersion: v3.1.0
    kind: DataContract
    id: %s.%s
    version: 1.0.0
    status: active
    schema:
      - name: %s
        properties:
          - {name: key, logicalType: integer, primaryKey: true}
          - {name: at, logicalType: timestamp, required: true}
    %s    quality:
          - {id: later, type: custom, engine: assize, implementation: c2 >= c5, severity: warning}
          - {id: some, metric: rowCount, mustBeGreaterThan: 0}
    customProperties:
      - property: assize
        value:
          layer: curated
          sources: [{name: supplier_%s, files: 'a/{day}/*.csv', format: csv, dates: dd/MM/yyyy}]
          load: {mode: merge, latestBy: [at], interval: {column: at, grain: day}}
    """
        .formatted(domain, table, table, columns, table);
  }
}
