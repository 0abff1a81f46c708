package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a page of {@code docs}: writes its files, makes its changes and types its commands, in
 * their order, and wants the answers that it tells.
 */
final class ToldPage {

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

  private final Path folder;
  private final UnaryOperator<String> placeholders;
  private Path changed = Path.of("");
  private String answers = "";
  private int commands;
  private int changes;
  private int linesByHand;

  /**
   * A page followed in a folder.
   *
   * @param placeholders what a word of a command stands for; the word itself if it is none
   */
  ToldPage(Path folder, UnaryOperator<String> placeholders) {
    this.folder = folder;
    this.placeholders = placeholders;
  }

  int commands() {
    return commands;
  }

  int changes() {
    return changes;
  }

  /** Lines of contracts, queries and classes on the page that were not in the file before. */
  int linesByHand() {
    return linesByHand;
  }

  void follow(String name) throws Exception {
    Matcher part = PART.matcher(Files.readString(docs().resolve(name)));
    while (part.find()) {
      if (part.group("path") != null) {
        countLines(part.group("path"), part.group("text"));
        Path file = write(part.group("path"), part.group("text"));
        if (file.toString().endsWith(".java")) {
          DomainJar.build(folder, file);
        }
      } else if (part.group("commands") != null) {
        for (String block : part.group("commands").split("(?m)^\\$ ")) {
          if (!block.isBlank()) {
            type(block.lines().toList());
          }
        }
      } else if (part.group("changed") != null) {
        if (!Files.exists(folder.resolve(".git"))) {
          new Repository(folder).begin();
        }
        changed = folder.resolve(part.group("changed"));
      } else {
        change(part);
      }
    }
  }

  private void countLines(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
    if (!path.startsWith("landing/")) {
      linesByHand += (int) text.lines().filter(line -> !before.contains(line)).count();
    }
  }

  Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent() == null ? folder : file.getParent());
    return Files.writeString(file, text);
  }

  /** The id that a command printed last. */
  String id(String form) {
    Matcher id = Pattern.compile(form).matcher(answers);
    assertThat(id.find()).as("%s in %s", form, answers).isTrue();
    return id.group(1);
  }

  private void change(Matcher part) throws IOException {
    changes++;
    String text = Files.readString(changed);
    if (part.group("line") != null) {
      Files.writeString(changed, text + part.group("line") + "\n");
    } else {
      assertThat(text).containsOnlyOnce(part.group("from"));
      Files.writeString(changed, text.replace(part.group("from"), part.group("to")));
    }
  }

  private void type(List<String> block) throws Exception {
    commands++;
    if (!block.get(0).startsWith("assize ")) {
      Process shell =
          new ProcessBuilder("sh", "-c", block.get(0)).directory(folder.toFile()).start();
      assertThat(shell.waitFor()).as(block.get(0)).isZero();
      return;
    }
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(block.get(0));
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : placeholders.apply(word.group(2)));
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
  }

  private static Path docs() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("docs"))) {
      root = root.getParent();
    }
    return root.resolve("docs");
  }
}
