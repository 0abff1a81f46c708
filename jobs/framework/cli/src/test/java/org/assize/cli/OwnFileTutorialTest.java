package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code docs/tutorial-your-own-file.md} and counts what it asks of people. */
@Tag("spark")
class OwnFileTutorialTest {

  @Test
  void a_file_is_published_in_few_commands_and_few_lines(@TempDir Path folder) throws Exception {
    var page = new ToldPage(folder, UnaryOperator.identity());

    page.follow("tutorial-your-own-file.md");

    assertThat(page.commands()).isEqualTo(9).isLessThanOrEqualTo(10);
    assertThat(page.linesByHand()).isEqualTo(24).isLessThanOrEqualTo(60);
  }
}
