package org.assize.contract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

  private static final String COLUMNS =
      "- {name: size, logicalType: integer, description: Size, logicalTypeOptions: {minimum: 1}}\n";
  private static final String RULE =
      "- {id: odd, type: custom, engine: assize, implementation: size % 2 = 1, description: Odd}\n";

  @TempDir private Path root;

  @Test
  void words_for_people_do_not_count() {
    assertThat(print(COLUMNS, RULE))
        .matches("[0-9a-f]{64}")
        .isEqualTo(print(COLUMNS, RULE))
        .isEqualTo(print(COLUMNS.replace("Size", "How large"), RULE.replace("Odd", "Not even")));
  }

  @Test
  void what_decides_does_count() {
    String before = print(COLUMNS, RULE);

    assertThat(print(COLUMNS.replace("minimum: 1", "minimum: 2"), RULE)).isNotEqualTo(before);
    assertThat(print(COLUMNS, RULE.replace("= 1", "= 0"))).isNotEqualTo(before);
    assertThat(print(COLUMNS, RULE.replace("id: odd", "id: uneven"))).isNotEqualTo(before);
    assertThat(print(COLUMNS, RULE.replace("}", ", severity: info}"))).isNotEqualTo(before);
    assertThat(print(COLUMNS.replace("{name", "{transformSourceObjects: [SIZE], name"), RULE))
        .isNotEqualTo(before);
    assertThat(print(COLUMNS.replace("integer", "number"), RULE)).isNotEqualTo(before);
    assertThat(print(COLUMNS, RULE + "- {id: some, metric: rowCount, mustBeGreaterThan: 0}\n"))
        .isNotEqualTo(before);
  }

  private String print(String columns, String quality) {
    return Compiled.sourceFed(root, columns, quality).rules().fingerprint();
  }
}
