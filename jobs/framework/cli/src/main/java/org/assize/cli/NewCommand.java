package org.assize.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assize.cli.draft.Draft;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts a contract from a sample or a query, or a table in Java. Never overwrites a file. */
@Command(
    footer = {
      "",
      "From a CSV, JSON or JSONL file: types, date formats, a key, texts for nothing. From a query",
      "in jobs/<domain>/<table>.sql: the columns it yields. The draft holds no value of a row.",
      "With --java: a class that yields the rows of a table, its test, and the Maven module of its",
      "domain where there is none; the module stands on the BOM of this version.",
      "",
      "Examples",
      "  assize new victims/referral --from ~/return_2026-11-16.csv",
      "  assize new --from jobs/victims/referral_monthly.sql",
      "  assize new victims/long_case --java --from victims/referral"
    })
final class NewCommand implements Callable<Integer> {

  private static final String DOMAIN = "# The team that answers for this data.\nowner: \"\"\n";

  private final Session session;

  @Parameters(
      paramLabel = "DOMAIN/TABLE",
      arity = "0..1",
      description = "Name of the new table, in snake_case. Default, for a query: as it stands.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      required = true,
      description = "A delivered file, or a query, to draft from; with --java, a table.")
  private Path from = Path.of("");

  @Option(names = "--java", description = "Draft a table that a class computes.")
  private boolean java;

  NewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (java) {
      Workspace workspace = session.workspace();
      JavaTable table = JavaTable.of(workspace, name, from.toString().replace('\\', '/'));
      table.write().forEach(file -> session.say("  " + file));
      tell(table.draft(), table.contract());
      return ExitCode.OK;
    }
    Path file = session.surroundings().workingFolder().toAbsolutePath().resolve(from).normalize();
    if (!Files.isRegularFile(file)) {
      throw PlatformException.of(ErrorCode.USAGE, "There is no file `" + from + "`.", "", "");
    }
    Workspace workspace = session.workspaceInTheMaking();
    var model = new DraftModel(file, workspace, session.surroundings().house());
    String table = model.table(name);
    Path contract = workspace.root().resolve("schemas/" + table + ".odcs.yaml");
    if (Files.exists(contract)) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "The table `" + table + "` has a contract already.",
          "A draft never overwrites one.",
          "Choose another name, or remove " + workspace.root().relativize(contract) + ".");
    }
    Draft draft = model.draft(table);
    write(draft, contract, workspace.root());
    tell(draft, workspace.root().relativize(contract).toString());
    return ExitCode.OK;
  }

  private void write(Draft draft, Path contract, Path root) throws IOException {
    Files.createDirectories(Objects.requireNonNull(contract.getParent()));
    Files.writeString(contract, draft.yaml());
    Path defaults = contract.resolveSibling("_domain.yaml");
    if (Files.notExists(defaults)) {
      Files.writeString(defaults, DOMAIN);
      session.say(root.relativize(defaults) + ": fill in the owner");
    }
  }

  private void tell(Draft draft, String file) {
    String key = draft.key().map(column -> "key " + column).orElse("no key");
    String dates = draft.dates().isEmpty() ? "" : "; times " + String.join(", ", draft.dates());
    session.say(file + ": " + Numbers.count(draft.columns(), "column") + "; " + key + dates);
    draft.remarks().forEach(remark -> session.say("  " + remark));
    String build = java ? "mvn verify in the module, then " : "";
    session.hint(
        "Fill in "
            + Numbers.count(draft.blanks(), "description")
            + ", then: "
            + build
            + "assize check");
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
