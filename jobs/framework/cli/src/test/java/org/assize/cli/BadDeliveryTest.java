package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code docs/how-to-handle-a-bad-delivery.md}: its files and commands, in their order. */
@Tag("spark")
class BadDeliveryTest {

  @TempDir private Path folder;

  @Test
  void the_page_tells_what_happens() throws Exception {
    var page = new ToldPage[1];
    page[0] =
        new ToldPage(
            folder,
            word ->
                switch (word) {
                  case "BATCH" -> page[0].id("held by .*\n.*quality accept ([0-9a-f]{32})");
                  case "ROW" -> page[0].id("(?m)^([0-9a-f]{12}) ");
                  default -> word;
                });
    page[0].write("assize.yaml", "warehouse: warehouse\nlanding: landing\n");

    page[0].follow("how-to-handle-a-bad-delivery.md");

    assertThat(page[0].commands()).isEqualTo(34);
    assertThat(page[0].changes()).isEqualTo(7);
  }
}
