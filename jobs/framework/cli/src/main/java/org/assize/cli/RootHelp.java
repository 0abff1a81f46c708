package org.assize.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING;

import java.util.List;
import java.util.Map;
import org.assize.cli.text.Style;
import org.assize.cli.text.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;

/** The verbs in groups by what a person wants to do, with examples. */
final class RootHelp {

  private static final List<String[]> EXAMPLES =
      List.of(
          new String[] {"assize demo", "see it work on made-up data"},
          new String[] {"assize new victims/referral --from return.csv", "draft a contract"},
          new String[] {"assize check", "find every fault before a run does"},
          new String[] {"assize run", "take in what is new, in all tables"},
          new String[] {"assize run +victims/referral", "one table and all that it needs"},
          new String[] {"assize help run", "all about one verb"});

  /** Sections from top to bottom, here and in the help of each verb. */
  static final List<String> ORDER =
      List.of(
          SECTION_KEY_SYNOPSIS_HEADING,
          SECTION_KEY_SYNOPSIS,
          SECTION_KEY_DESCRIPTION,
          SECTION_KEY_COMMAND_LIST_HEADING,
          SECTION_KEY_COMMAND_LIST,
          SECTION_KEY_PARAMETER_LIST_HEADING,
          SECTION_KEY_PARAMETER_LIST,
          SECTION_KEY_OPTION_LIST_HEADING,
          SECTION_KEY_OPTION_LIST,
          SECTION_KEY_FOOTER);

  private RootHelp() {}

  static Map<String, IHelpSectionRenderer> sections(Style style) {
    return Map.of(
        SECTION_KEY_COMMAND_LIST_HEADING, help -> "",
        SECTION_KEY_COMMAND_LIST, help -> verbs(style),
        SECTION_KEY_FOOTER, help -> footer(style));
  }

  private static String verbs(Style style) {
    int width = Verb.words().stream().mapToInt(String::length).max().orElse(0);
    var text = new StringBuilder();
    for (Group group : Group.values()) {
      List<Verb> verbs = group.verbs();
      text.append(verbs.isEmpty() ? "" : "\n" + style.bold(group.title()) + "\n");
      for (Verb verb : verbs) {
        String padding = " ".repeat(width - verb.word().length());
        text.append("  " + verb.word() + padding + "  " + verb.summary() + "\n");
      }
    }
    return text.toString();
  }

  private static String footer(Style style) {
    var examples = TextTable.leftAligned(2);
    EXAMPLES.forEach(example -> examples.row(example[0], style.faint(example[1])));
    return "\n"
        + style.bold("Examples")
        + "\n  "
        + String.join("\n  ", examples.lines())
        + "\n\nExit codes: 0 done, 1 failed, 2 bad configuration or usage, 3 some tables failed,\n"
        + "4 held, 5 input not ready, 6 passing fault (run again).\n";
  }
}
