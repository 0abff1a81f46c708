package org.assize.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assize.cli.draft.SampleProfile;
import org.assize.cli.profile.ColumnProfile;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.cli.text.TextTable;
import org.assize.cli.text.TextTable.Side;
import org.assize.contract.DataContract;
import org.assize.core.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what the columns of a table or of a delivered file hold. */
@Command(
    footer = {
      "",
      "Letters are A and a, digits 9: AA99 9AA. A table is read twice; of its restricted columns",
      "no value is shown. A file is read up to 100,000 records; it shows values on demand.",
      "",
      "Examples",
      "  assize profile victims/referral",
      "  assize profile return.csv",
      "  assize profile return.csv --values --json"
    })
final class ProfileCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "FILE|TABLE", description = "A file, or domain/table.")
  private String subject = "";

  @Option(names = "--values", description = "Smallest and largest numbers of a file, too.")
  private boolean values;

  ProfileCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path file = session.surroundings().workingFolder().toAbsolutePath().resolve(subject);
    if (Files.isRegularFile(file)) {
      SampleProfile profile = values ? SampleProfile.withValues(file) : SampleProfile.of(file);
      tell(profile.records(), profile.isCut(), profile.columns());
      return ExitCode.OK;
    }
    Workspace workspace = session.workspace();
    DataContract contract =
        ProfiledTable.contract(workspace, subject, "No file, and no table with a contract,");
    try (OpenEngine engine = session.open(workspace)) {
      ProfiledTable profiled = ProfiledTable.of(session, engine, contract, 2);
      tell(profiled.rows(), false, profiled.columns());
    }
    return ExitCode.OK;
  }

  private void tell(long rows, boolean isCut, List<ColumnProfile> columns) {
    var table =
        new TextTable(
            Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT, Side.LEFT);
    table.row("column", "type", "nulls", "distinct", "from … to", "length", "shapes");
    for (ColumnProfile column : columns) {
      table.row(
          visible(column.name()) + (column.isRestricted() ? " (restricted)" : ""),
          column.type().length() > 24 ? column.type().substring(0, 23) + "…" : column.type(),
          Numbers.count(column.nulls()),
          column.distinct().map(Numbers::count).orElse(""),
          span(column.least(), column.greatest()),
          span(column.shortest(), column.longest()),
          column.shapes().stream()
              .map(shape -> visible(shape.text()) + " " + Numbers.count(shape.rows()))
              .collect(Collectors.joining(" | ")));
    }
    session.say(table.lines());
    session.say("(" + Numbers.count(rows, "row") + (isCut ? ", the first of the file)" : ")"));
    session.answer(
        Json.document("assize.profile/1")
            .put("subject", subject)
            .put("rows", rows)
            .put("cut", isCut)
            .put("columns", columns.stream().map(ProfileCommand::json).toList()));
  }

  /** A delivered file may hold what a terminal would obey. */
  private static String visible(String text) {
    return text.replaceAll("\\p{Cntrl}", "\uFFFD");
  }

  private static <T> String span(Optional<T> from, Optional<T> to) {
    return from.isEmpty() || to.isEmpty() ? "" : from.get() + " … " + to.get();
  }

  private static Json json(ColumnProfile column) {
    return Json.object()
        .put("name", column.name())
        .put("type", column.type())
        .put("isRestricted", column.isRestricted())
        .put("nulls", column.nulls())
        .put("distinct", column.distinct())
        .put("least", column.least())
        .put("greatest", column.greatest())
        .put("shortest", column.shortest())
        .put("longest", column.longest())
        .put(
            "shapes",
            column.shapes().stream()
                .map(s -> Json.object().put("shape", s.text()).put("count", s.rows()))
                .toList());
  }
}
