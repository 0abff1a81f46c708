package org.assize.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPageTest {

  @Test
  void the_page_tells_what_the_demo_comes_to(@TempDir Path landing) throws IOException {
    Answer answer = DemoDeliveries.write(landing);

    List<String> told =
        Files.readAllLines(repository().resolve("docs/demo.md")).stream()
            .filter(line -> line.matches("\\| `[a-z_]+/[a-z_]+` \\|.*"))
            .sorted()
            .toList();
    List<String> counted =
        answer.tables().entrySet().stream()
            .map(table -> line(table.getKey(), table.getValue()))
            .sorted()
            .toList();

    assertThat(told).isEqualTo(counted);
  }

  private static String line(String name, TableAnswer table) {
    if (table.records() == 0) {
      return "| `%s` | | | %d | | | | %d |".formatted(name, table.rows(), table.committed());
    }
    Stream<String> numbers =
        LongStream.of(
                table.records(),
                table.refused(),
                table.rows(),
                table.quarantined(),
                table.repeats(),
                table.outdated(),
                table.committed())
            .mapToObj(number -> String.format(Locale.ROOT, "%,d", number));
    return "| `" + name + "` | " + String.join(" | ", numbers.toList()) + " |";
  }

  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("assize.yaml"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
