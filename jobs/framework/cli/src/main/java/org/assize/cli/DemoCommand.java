package org.assize.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assize.cli.report.ReportJson;
import org.assize.cli.report.ReportText;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Plan;
import org.assize.core.RunReport;
import org.assize.core.TableGraph;
import org.assize.core.TableTask;
import org.assize.synthetic.Answer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Shows the whole way of a row on made-up deliveries whose right answer is known. */
@Command(
    footer = {
      "",
      "Writes deliveries with planted faults into the landing folder, takes them in, and compares",
      "what the tables hold with what the generator counted beforehand. Refuses a landing folder",
      "that holds other files. Running it again changes nothing.",
      "",
      "Examples",
      "  assize demo"
    })
final class DemoCommand implements Callable<Integer> {

  private static final String FIRST_TABLE = "electronic_monitoring/position";

  private final Session session;

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    CheckedWorkspace checked = session.checked();
    Map<String, DatasetName> tables = tables(checked.graph());
    DemoLanding landing = DemoLanding.of(checked.workspace());
    Answer answer = landing.deliver();
    session.say("Made-up deliveries with planted faults: " + landing.folder());
    session.say("");
    RunReport report = run(checked);
    session.say(new ReportText(report, session.console().outStyle()).lines());
    Map<String, Long> foreseen = foreseen(answer, tables);
    boolean finished = report.exitCode() == ExitCode.OK;
    Map<String, Long> held = finished ? held(checked, tables, foreseen) : Map.of();
    tell(foreseen, held);
    session.answer(
        Json.document("assize.demo/1")
            .put("landing", landing.folder())
            .put("foreseen", foreseen)
            .put("held", held)
            .put("asForeseen", held.equals(foreseen))
            .put("run", ReportJson.of(report)));
    return finished && !held.equals(foreseen) ? ExitCode.SOFTWARE : report.exitCode();
  }

  private static Map<String, DatasetName> tables(TableGraph graph) {
    Map<String, DatasetName> tables = new LinkedHashMap<>();
    graph.definitions().forEach(each -> tables.put(each.table().selector(), each.table()));
    if (!tables.containsKey(FIRST_TABLE)) {
      throw PlatformException.of(
          ErrorCode.WORKSPACE_INVALID,
          "This workspace has no table `" + FIRST_TABLE + "`.",
          "The demo's tables are those of the Assize repository.",
          "Run the demo there; `assize init` makes a small example of its own.");
    }
    return tables;
  }

  private RunReport run(CheckedWorkspace checked) {
    List<TableTask> tasks =
        checked.graph().definitions().stream()
            .map(table -> new TableTask(table, Optional.empty(), false))
            .toList();
    return new WatchedRun(session).run(new Plan(checked.workspace(), tasks));
  }

  /** Rows that each table must hold, of those that this workspace has. */
  private static Map<String, Long> foreseen(Answer answer, Map<String, DatasetName> tables) {
    Map<String, Long> rows = new LinkedHashMap<>();
    answer.tables().forEach((selector, table) -> rows.put(selector, table.committed()));
    rows.keySet().retainAll(tables.keySet());
    return rows;
  }

  private Map<String, Long> held(
      CheckedWorkspace checked, Map<String, DatasetName> tables, Map<String, Long> foreseen) {
    String counts =
        foreseen.keySet().stream()
            .map(selector -> "SELECT '" + selector + "', count(*) FROM " + tables.get(selector))
            .collect(Collectors.joining(" UNION ALL "));
    Map<String, Long> rows = new LinkedHashMap<>();
    try (OpenEngine engine = session.open(checked.workspace())) {
      for (List<@Nullable Object> row : engine.query(counts, foreseen.size()).rows()) {
        rows.put(String.valueOf(row.get(0)), Long.valueOf(String.valueOf(row.get(1))));
      }
    }
    return rows;
  }

  private void tell(Map<String, Long> foreseen, Map<String, Long> held) {
    if (held.equals(foreseen)) {
      session.say("Every table holds exactly the rows that the generator counted beforehand.");
    } else if (!held.isEmpty()) {
      foreseen.forEach(
          (selector, rows) -> compare(selector, rows, held.getOrDefault(selector, 0L)));
    }
    session.hint("");
    session.hint("Look at what came out, and why rows were refused:");
    session.hint("  assize query \"SELECT * FROM electronic_monitoring_published.daily_position\"");
    session.hint("  assize quarantine list electronic_monitoring/position");
    session.hint("  assize quality report");
    session.hint("  assize status");
    session.hint("Run again, and nothing happens: assize run");
    session.hint("What was planted, and what must become of it: docs/demo.md");
  }

  private void compare(String selector, long foreseen, long held) {
    if (held != foreseen) {
      String rows = Numbers.count(held, "row");
      session.say(selector + " holds " + rows + "; foreseen were " + Numbers.count(foreseen));
    }
  }
}
