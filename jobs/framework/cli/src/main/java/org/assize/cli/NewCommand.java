package org.assize.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.assize.cli.draft.Draft;
import org.assize.cli.draft.Drafter;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts a contract from a sample. Never overwrites one. */
@Command(
    footer = {
      "",
      "From a CSV, JSON or JSONL file: types, date formats, a key, texts for nothing. The draft",
      "holds no value of the sample.",
      "",
      "Examples",
      "  assize new victims/referral --from ~/return_2026-11-16.csv"
    })
final class NewCommand implements Callable<Integer> {

  private static final Pattern SELECTOR = Pattern.compile("([a-z][a-z0-9_]*)/([a-z][a-z0-9_]*)");

  private static final String DOMAIN = "# The team that answers for this data.\nowner: \"\"\n";

  private final Session session;

  @Parameters(paramLabel = "DOMAIN/TABLE", description = "Name of the new table, in snake_case.")
  private String name = "";

  @Option(
      names = "--from",
      paramLabel = "FILE",
      required = true,
      description = "A delivered file to draft from.")
  private Path from = Path.of("");

  NewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    var matcher = SELECTOR.matcher(name);
    if (!matcher.matches()) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "`" + name + "` is no name of a table.",
          "",
          "Write domain/table in small letters, digits and underscores.");
    }
    Path sample = session.surroundings().workingFolder().toAbsolutePath().resolve(from).normalize();
    if (!Files.isRegularFile(sample)) {
      throw PlatformException.of(ErrorCode.USAGE, "There is no file `" + from + "`.", "", "");
    }
    Workspace workspace = session.workspaceInTheMaking();
    String domain = matcher.group(1);
    Path contract = workspace.root().resolve("schemas/" + name + ".odcs.yaml");
    if (Files.exists(contract)) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "The table `" + name + "` has a contract already.",
          "A draft never overwrites one.",
          "Choose another name, or remove " + workspace.root().relativize(contract) + ".");
    }
    Draft draft =
        new Drafter(domain, matcher.group(2)).fromFile(sample, path(sample, domain, workspace));
    Files.createDirectories(Objects.requireNonNull(contract.getParent()));
    Files.writeString(contract, draft.yaml());
    Path defaults = contract.resolveSibling("_domain.yaml");
    if (Files.notExists(defaults)) {
      Files.writeString(defaults, DOMAIN);
      session.say(workspace.root().relativize(defaults) + ": fill in the owner");
    }
    tell(draft, workspace.root().relativize(contract).toString());
    return ExitCode.OK;
  }

  /** Where the file lies below landing, or where its like would. */
  private static String path(Path sample, String domain, Workspace workspace) {
    URI landing = workspace.landing();
    if ("file".equals(landing.getScheme()) && sample.startsWith(Path.of(landing))) {
      return Path.of(landing).relativize(sample).toString().replace('\\', '/');
    }
    return domain + "/" + sample.getFileName();
  }

  private void tell(Draft draft, String file) {
    String key = draft.key().map(column -> "key " + column).orElse("no key");
    String dates = draft.dates().isEmpty() ? "" : "; times " + String.join(", ", draft.dates());
    session.say(file + ": " + Numbers.count(draft.columns(), "column") + "; " + key + dates);
    draft.remarks().forEach(remark -> session.say("  " + remark));
    session.hint(
        "Fill in " + Numbers.count(draft.blanks(), "description") + ", then: assize check");
    draft
        .files()
        .ifPresent(files -> session.hint("Deliveries are looked for in landing: " + files));
    session.answer(
        Json.document("assize.new/1")
            .put("file", file)
            .put("columns", draft.columns())
            .put("key", draft.key())
            .put("dates", draft.dates())
            .put("blanks", draft.blanks())
            .put("files", draft.files())
            .put("remarks", draft.remarks()));
  }
}
