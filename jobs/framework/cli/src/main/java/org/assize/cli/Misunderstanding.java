package org.assize.cli;

import java.util.Collection;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what picocli could not understand into a problem with the nearest known word. */
final class Misunderstanding {

  private Misunderstanding() {}

  static PlatformException of(ParameterException thrown) {
    CommandLine command = thrown.getCommandLine();
    boolean isRoot = command.getParent() == null;
    String name = command.getCommandSpec().qualifiedName();
    String help = isRoot ? "`assize --help` lists the verbs." : "See `" + name + " --help`.";
    if (thrown instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().get(0), command, name, help);
    }
    String message = String.valueOf(thrown.getMessage());
    return usage(message.endsWith(".") ? message : message + ".", help);
  }

  private static PlatformException unmatched(
      String word, CommandLine command, String name, String help) {
    if (word.startsWith("-")) {
      return unknown(
          "`" + name + "` has no option `" + word + "`.",
          word,
          command.getCommandSpec().optionsMap().keySet(),
          help);
    }
    if (command.getParent() == null) {
      return unknown("There is no verb `" + word + "`.", word, Verb.words(), help);
    }
    if (!command.getSubcommands().isEmpty()) {
      return unknown(
          "`" + name + "` has no verb `" + word + "`.",
          word,
          command.getSubcommands().keySet(),
          help);
    }
    return usage("`" + word + "` is one argument too many for `" + name + "`.", help);
  }

  private static PlatformException unknown(
      String what, String word, Collection<String> known, String help) {
    String hint = Nearest.hint(word, known);
    return usage(what, hint.isEmpty() ? help : hint + " " + help);
  }

  private static PlatformException usage(String what, String mend) {
    return PlatformException.of(new Problem(ErrorCode.USAGE, Place.NOWHERE, what, "", mend));
  }
}
