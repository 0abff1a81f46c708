package org.assize.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assize.cli.text.Console;
import org.assize.cli.text.Style;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Assembles the verbs that a command line names and runs them. */
final class CommandTree {

  private static final int HELP_WIDTH = 100;

  private final Surroundings surroundings;

  CommandTree(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs a command line and answers the exit code of the process. Never throws. */
  int run(String... args) {
    List<String> words = withoutHelpVerb(args);
    var session = new Session(surroundings, new CommonOptions());
    try {
      CommandLine tree = tree(session, words);
      tree.setParameterExceptionHandler(
          (thrown, given) -> session.fail(Misunderstanding.of(thrown), words));
      tree.setExecutionExceptionHandler((thrown, command, parsed) -> session.fail(thrown));
      return tree.execute(words.toArray(String[]::new));
    } catch (RuntimeException | Error e) {
      return session.fail(e);
    }
  }

  /** The tree with the given verbs. Others are not there: loading a class takes time. */
  CommandLine tree(Session session, List<String> words) {
    var tree = new CommandLine(new Assize(session));
    for (Verb verb : Verb.values()) {
      if (words.contains(verb.word())) {
        var command = new CommandLine(verb.command(session));
        command.getCommandSpec().usageMessage().description(verb.summary());
        layOut(command);
        tree.addSubcommand(verb.word(), command);
      }
    }
    Console console = surroundings.console();
    tree.setHelpSectionKeys(RootHelp.ORDER);
    tree.getHelpSectionMap().putAll(RootHelp.sections(console.outStyle()));
    boolean coloured = console.outStyle() == Style.COLOURED;
    tree.setColorScheme(CommandLine.Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF));
    tree.setUsageHelpWidth(HELP_WIDTH);
    tree.setOut(writer(console.out()));
    tree.setErr(writer(console.err()));
    return tree;
  }

  private static PrintWriter writer(PrintStream to) {
    return new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), true);
  }

  private static void layOut(CommandLine command) {
    command
        .getCommandSpec()
        .usageMessage()
        .sortOptions(false)
        .parameterListHeading("%nArguments%n")
        .optionListHeading("%nOptions%n")
        .commandListHeading("%nVerbs%n");
    command.getSubcommands().values().forEach(CommandTree::layOut);
  }

  /** {@code help VERB} means {@code VERB --help}. */
  private static List<String> withoutHelpVerb(String... args) {
    List<String> words = Arrays.asList(args);
    if (words.isEmpty() || !words.get(0).equals("help")) {
      return words;
    }
    return Stream.concat(words.stream().skip(1), Stream.of("--help")).toList();
  }
}
