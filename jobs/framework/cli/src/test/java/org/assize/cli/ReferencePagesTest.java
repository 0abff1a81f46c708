package org.assize.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.assize.cli.text.Console;
import org.assize.cli.text.Console.Screen;
import org.assize.cli.text.Style;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.ErrorType;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ReferencePagesTest {

  @Test
  void the_page_of_commands_says_what_the_command_line_says() throws IOException {
    ReferencePage.isTrue("commands.md", commands());
  }

  @Test
  void the_page_of_errors_says_what_explain_says() throws IOException {
    ReferencePage.isTrue("errors.md", errors());
  }

  private static String commands() {
    CommandLine tree = tree();
    var page = new StringBuilder("# Commands\n\nGenerated from the command line's own help.\n\n");
    page.append(block(tree));
    for (Group group : Group.values()) {
      page.append("\n## ").append(group.title()).append('\n');
      for (Verb verb : group.verbs()) {
        page.append(command(tree.getSubcommands().get(verb.word()), "### "));
      }
    }
    return page.toString();
  }

  private static String command(CommandLine command, String heading) {
    String name = command.getCommandSpec().qualifiedName();
    var section = new StringBuilder("\n" + heading + name + "\n\n" + block(command));
    command.getSubcommands().values().forEach(sub -> section.append(command(sub, "#" + heading)));
    return section.toString();
  }

  private static String block(CommandLine command) {
    String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
    return "```\n" + help.stripTrailing() + "\n```\n";
  }

  private static CommandLine tree() {
    var out = new PrintStream(OutputStream.nullOutputStream());
    var console = new Console(out, out, Style.PLAIN, Style.PLAIN, Screen.PAPER, Screen.PAPER);
    var surroundings =
        new Surroundings(console, Path.of(""), Map.of(), Typed.CLOCK, new FakeHouse());
    return new CommandTree(surroundings)
        .tree(new Session(surroundings, new CommonOptions()), Verb.words());
  }

  private static String errors() {
    var page =
        new StringBuilder(
            """
            # Error codes

            Generated from the codes themselves; `assize explain CODE` prints the same. A problem is
            printed as `file:line: CODE: what is wrong, why, and what mends it`.
            """);
    for (ErrorType type : ErrorType.values()) {
      page.append("\n## Exit code ").append(type.exitCode()).append(": ").append(words(type));
      for (ErrorCode code : ErrorCode.values()) {
        if (code.type() == type) {
          page.append("\n### ").append(code).append('\n');
          page.append("\n").append(code.meaning()).append('\n');
          page.append("\n- Usual cause: ").append(code.cause()).append('\n');
          page.append("- What to do: ").append(code.mend()).append('\n');
        }
      }
    }
    return page.toString();
  }

  private static String words(ErrorType type) {
    return switch (type) {
      case USER -> "bad configuration, usage or permission\n";
      case FAILED -> "the data or the work failed\n";
      case INTERNAL -> "a defect of Assize\n";
      case NOT_READY -> "an input has not arrived\n";
      case TRANSIENT -> "a passing fault, run again\n";
    };
  }
}
