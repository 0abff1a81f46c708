package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code docs/how-to-test-a-table.md}: its files, changes and commands, in their order. */
@Tag("spark")
class HowToTestATableTest {

  @Test
  void the_page_tells_what_happens(@TempDir Path folder) throws Exception {
    var page = new ToldPage(folder, UnaryOperator.identity());

    page.follow("how-to-test-a-table.md");

    assertThat(page.commands()).isEqualTo(6);
    assertThat(page.changes()).isEqualTo(5);
  }
}
