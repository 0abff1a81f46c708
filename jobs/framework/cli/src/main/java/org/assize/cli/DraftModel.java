package org.assize.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assize.cli.draft.Draft;
import org.assize.cli.draft.Drafter;
import org.assize.cli.draft.QueryColumn;
import org.assize.cli.draft.QueryDrafter;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problems;
import org.assize.contract.standard.ColumnStandards;
import org.assize.core.Workspace;

/** The file that a contract is drafted from: a delivery, or a query of the workspace. */
record DraftModel(Path file, Workspace workspace, House house) {

  private static final Pattern SELECTOR = Pattern.compile("[a-z][a-z0-9_]*/[a-z][a-z0-9_]*");

  /** The name of the table: as given, or as the place of the query says. */
  String table(Optional<String> given) {
    Path jobs = workspace.root().resolve("jobs");
    Optional<String> placed =
        isQuery() && file.startsWith(jobs)
            ? Optional.of(slashed(jobs.relativize(file)).replaceAll("\\.sql$", ""))
            : Optional.empty();
    String table =
        given
            .or(() -> placed)
            .orElseThrow(
                () -> usage("The new table has no name.", "Write domain/table before --from."));
    if (!SELECTOR.matcher(table).matches()) {
      throw usage(
          "`" + table + "` is no name of a table.",
          "Write domain/table in small letters, digits and underscores.");
    }
    if (isQuery() && !placed.equals(Optional.of(table))) {
      throw usage(
          "The query of `" + table + "` stands elsewhere than its runs will look for it.",
          "Move it to jobs/" + table + ".sql.");
    }
    return table;
  }

  /** The first draft. */
  Draft draft(String table) throws IOException {
    String domain = table.substring(0, table.indexOf('/'));
    String name = table.substring(table.indexOf('/') + 1);
    return isQuery()
        ? fromQuery(new QueryDrafter(domain, name))
        : new Drafter(domain, name, ColumnStandards.of(workspace.root(), new Problems()))
            .fromFile(file, path(domain));
  }

  private boolean isQuery() {
    return String.valueOf(file.getFileName()).endsWith(".sql");
  }

  private Draft fromQuery(QueryDrafter drafter) throws IOException {
    String sql = Files.readString(file);
    var problems = new Problems();
    var place = new Place(slashed(workspace.root().relativize(file)), 1);
    Map<String, List<Column>> known = new LinkedHashMap<>();
    for (DataContract contract : workspace.contracts()) {
      known.put(contract.name().toString(), contract.columns());
    }
    Map<String, List<Column>> inputs = new LinkedHashMap<>();
    for (String relation : house.inspector().tables(sql, place, problems)) {
      if (known.containsKey(relation)) {
        inputs.put(relation, known.getOrDefault(relation, List.of()));
      } else {
        problems.add(
            ErrorCode.UNKNOWN_TABLE,
            place,
            "No table is called `" + relation + "`.",
            "",
            Nearest.hint(relation, known.keySet()));
      }
    }
    problems.throwIfAny();
    List<QueryColumn> yielded = house.yields(sql, place, inputs, problems);
    problems.throwIfAny();
    return drafter.fromQuery(sql, yielded);
  }

  /** Where the file lies below landing, or where its like would. */
  private String path(String domain) {
    URI landing = workspace.landing();
    return "file".equals(landing.getScheme()) && file.startsWith(Path.of(landing))
        ? slashed(Path.of(landing).relativize(file))
        : domain + "/" + file.getFileName();
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static PlatformException usage(String what, String mend) {
    return PlatformException.of(ErrorCode.USAGE, what, "", mend);
  }
}
