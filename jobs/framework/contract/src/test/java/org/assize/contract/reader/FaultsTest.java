package org.assize.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The blocks of {@code faults.txt}: one wrong word in a sound contract, and what is said of it. */
class FaultsTest {

  @TempDir private Path root;

  record Block(String table, String from, String to, List<String> faults) {
    static Block of(String text) {
      return new Block(
          String.join("", lines(text, "#")),
          String.join("\n", lines(text, "-")),
          String.join("\n", lines(text, "+")),
          lines(text, "!"));
    }

    private static List<String> lines(String text, String sign) {
      return text.lines()
          .filter(line -> line.startsWith(sign))
          .map(line -> line.length() < 2 ? "" : line.substring(2))
          .toList();
    }

    @Override
    public String toString() {
      return table + ": " + to;
    }
  }

  static Stream<Block> blocks() throws IOException {
    try (InputStream stream = FaultsTest.class.getResourceAsStream("faults.txt")) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("\n\n", -1)).skip(1).map(Block::of);
    }
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void a_wrong_word_is_named_with_its_line_and_a_way_out(Block block) {
    String sound = Contracts.BY_TABLE.get(block.table());
    assertThat(sound).contains(block.from());
    String domain = sound.replaceAll("(?s).*?\nid: (\\w+)\\..*", "$1");
    String file = "schemas/" + domain + "/" + block.table() + ".odcs.yaml";

    List<String> faults =
        new DomainFiles(root, domain)
            .with("_domain.yaml", Contracts.CASES_DEFAULTS)
            .with(block.table() + ".odcs.yaml", sound.replace(block.from(), block.to()))
            .faults();

    assertThat(faults.stream().map(fault -> fault.replace(file, "@")).collect(Collectors.toList()))
        .isEqualTo(block.faults());
  }
}
