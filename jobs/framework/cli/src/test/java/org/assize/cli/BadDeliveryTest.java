package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code docs/how-to-handle-a-bad-delivery.md}: its files and commands, in their order. */
@Tag("spark")
class BadDeliveryTest {

  private static final Pattern PART =
      Pattern.compile(
          "`((?:landing|schemas)/[^`]+)`:\\n```[a-z]+\\n(.*?)```|```\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir private Path folder;
  private int comparisons;

  @Test
  void the_page_tells_what_happens() throws IOException {
    write("assize.yaml", "warehouse: warehouse\nlanding: landing\n");
    int commands = 0;
    Matcher part = PART.matcher(Files.readString(page()));
    while (part.find()) {
      if (part.group(1) != null) {
        write(part.group(1), part.group(2));
      } else {
        for (String block : part.group(3).split("\\$ assize ")) {
          commands += block.isBlank() ? 0 : run(block.lines().toList());
        }
      }
    }
    assertThat(commands).isEqualTo(21);
  }

  private int run(List<String> block) throws IOException {
    if (block.get(0).startsWith("check --against")) {
      if (comparisons++ == 0) {
        new Repository(folder).begin();
        change("maximum: 30", "maximum: 60");
      } else {
        change("version: 1.0.0", "version: 2.0.0");
      }
    }
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(block.get(0));
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : named(word.group(2)));
    }
    Typed typed = Typed.in(folder, new SparkHouse(), words.toArray(String[]::new));
    for (String told : block.subList(1, block.size())) {
      String regex =
          "(?m)^\\s*"
              + String.join(
                  ".*", Arrays.stream(told.split(" *… *", -1)).map(Pattern::quote).toList())
              + ".*$";
      assertThat(typed.out() + typed.err()).as("%s\n%s", words, typed).containsPattern(regex);
    }
    return 1;
  }

  /** What the page tells its reader to change. */
  private void change(String from, String to) throws IOException {
    Path contract = folder.resolve("schemas/victims/referral.odcs.yaml");
    Files.writeString(contract, Files.readString(contract).replace(from, to));
  }

  private String named(String word) {
    return switch (word) {
      case "BATCH" ->
          id("SELECT batch_id FROM ops.metric WHERE effect = 'held' LIMIT 1", "[0-9a-f]{32}");
      case "ROW" ->
          id(
              "SELECT row_id FROM victims_quarantine.referral"
                  + " WHERE array_contains(rules, 'days_to_contact_range')",
              "(?m)^[0-9a-f]{12}$");
      default -> word;
    };
  }

  private String id(String sql, String form) {
    Matcher id =
        Pattern.compile(form).matcher(Typed.in(folder, new SparkHouse(), "query", sql).out());
    assertThat(id.find()).isTrue();
    return id.group();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent() == null ? folder : file.getParent());
    Files.writeString(file, text);
  }

  private static Path page() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("docs"))) {
      root = root.getParent();
    }
    return root.resolve("docs/how-to-handle-a-bad-delivery.md");
  }
}
