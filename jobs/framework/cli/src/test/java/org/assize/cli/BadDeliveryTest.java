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

  /** A file; commands with what they answer; a change of a file. */
  private static final Pattern PART =
      Pattern.compile(
          "`(?<path>(?:landing|schemas|jobs)/[^`]+)`:\\n```[a-z]+\\n(?<text>.*?)```"
              + "|```\\n(?<commands>.*?)```"
              + "|in `(?<changed>(?:schemas|jobs)/[^`]+)`,"
              + "|`(?<from>[^`\\n]+)` becomes `(?<to>[^`\\n]+)`"
              + "|gets the line `(?<line>[^`\\n]+)`",
          Pattern.DOTALL);

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @TempDir private Path folder;
  private Path changed = Path.of("");
  private String answers = "";

  @Test
  void the_page_tells_what_happens() throws Exception {
    write("assize.yaml", "warehouse: warehouse\nlanding: landing\n");
    int commands = 0;
    int changes = 0;
    Matcher part = PART.matcher(Files.readString(page()));
    while (part.find()) {
      if (part.group("path") != null) {
        Path file = write(part.group("path"), part.group("text"));
        if (file.toString().endsWith(".java")) {
          DomainJar.build(folder, file);
        }
      } else if (part.group("commands") != null) {
        for (String block : part.group("commands").split("(?m)^\\$ ")) {
          commands += block.isBlank() ? 0 : run(block.lines().toList());
        }
      } else if (part.group("changed") != null) {
        if (!Files.exists(folder.resolve(".git"))) {
          new Repository(folder).begin();
        }
        changed = folder.resolve(part.group("changed"));
      } else {
        change(part);
        changes++;
      }
    }
    assertThat(commands).isEqualTo(34);
    assertThat(changes).isEqualTo(7);
  }

  private void change(Matcher part) throws IOException {
    String text = Files.readString(changed);
    if (part.group("line") != null) {
      Files.writeString(changed, text + part.group("line") + "\n");
    } else {
      assertThat(text).containsOnlyOnce(part.group("from"));
      Files.writeString(changed, text.replace(part.group("from"), part.group("to")));
    }
  }

  private int run(List<String> block) throws Exception {
    if (!block.get(0).startsWith("assize ")) {
      Process shell =
          new ProcessBuilder("sh", "-c", block.get(0)).directory(folder.toFile()).start();
      assertThat(shell.waitFor()).as(block.get(0)).isZero();
      return 1;
    }
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(block.get(0));
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : named(word.group(2)));
    }
    words.remove(0);
    Typed typed = Typed.in(folder, new SparkHouse(), words.toArray(String[]::new));
    String answer = typed.out() + typed.err();
    answers = answer + answers;
    for (String told : block.subList(1, block.size())) {
      String regex =
          "(?m)^\\s*"
              + String.join(
                  ".*", Arrays.stream(told.split(" *… *", -1)).map(Pattern::quote).toList())
              + ".*$";
      assertThat(answer).as("%s\n%s", words, typed).containsPattern(regex);
    }
    return 1;
  }

  private String named(String word) {
    return switch (word) {
      case "BATCH" -> id("held by .*\n.*quality accept ([0-9a-f]{32})");
      case "ROW" -> id("(?m)^([0-9a-f]{12}) ");
      default -> word;
    };
  }

  /** The id that a command printed last. */
  private String id(String form) {
    Matcher id = Pattern.compile(form).matcher(answers);
    assertThat(id.find()).as("%s in %s", form, answers).isTrue();
    return id.group(1);
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent() == null ? folder : file.getParent());
    return Files.writeString(file, text);
  }

  private static Path page() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("docs"))) {
      root = root.getParent();
    }
    return root.resolve("docs/how-to-handle-a-bad-delivery.md");
  }
}
