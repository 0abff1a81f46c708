package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cases of the domains that come along pass. */
@Tag("spark")
class ShippedCasesTest {

  @Test
  void every_case_of_the_repository_passes() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("assize.yaml"))) {
      root = root.getParent();
    }

    Typed typed = Typed.in(root, new SparkHouse(), "test");

    assertThat(typed.exitCode()).as(typed.toString()).isZero();
    assertThat(typed.out())
        .contains("✓ crime/street_crime_summary/", "✓ electronic_monitoring/daily_position/")
        .endsWith("6 cases: 6 passed, 0 failed.\n");
  }
}
