package org.assize.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.problem.ErrorType;
import org.assize.core.incident.Incident;
import org.assize.core.incident.Teller;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Shows what is wrong, and tells those who must know. */
@Command(
    footer = {
      "",
      "Failed, held, late, not ready, many rows refused, an exemption that ends: judged from",
      "schedules and the reports of all runs, so that a run that never began is late. Each is told",
      "once when it opens and once when it is over, to the channels under `support` of the"
          + " contract.",
      "The scheduler does the same every minute; where Airflow runs the tables, let cron call",
      "`assize alerts --send`. Exit code 6: a channel did not take it; the next call tries again.",
      "",
      "Examples",
      "  assize alerts",
      "  assize alerts --send --env prod"
    })
final class AlertsCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--send", description = "Tell the channels what they were not told yet.")
  private boolean send;

  AlertsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CheckedWorkspace checked = session.checked();
    var watch = new Watch(session, checked);
    List<Incident> open;
    var told = new Teller.Told(List.of(), List.of(), Map.of());
    try (var environment = new EnvironmentRunner(session, checked)) {
      open = watch.open(environment);
      if (send) {
        told = watch.tell(environment.engine(), open);
      }
    }
    String environment = checked.workspace().environment();
    open.forEach(incident -> session.say(IncidentWords.lines(incident, environment)));
    session.say(
        open.isEmpty() ? "Nothing is open." : Numbers.count(open.size(), "incident") + " open.");
    told.told().forEach(notice -> session.say(IncidentWords.line(notice)));
    told.faults().forEach((name, why) -> warn(IncidentWords.fault(name, why)));
    int exitCode = told.faults().isEmpty() ? ExitCode.OK : ErrorType.TRANSIENT.exitCode();
    session.answer(
        Json.document("assize.alerts/1")
            .put("exitCode", exitCode)
            .put("incidents", open.stream().map(IncidentWords::json).toList())
            .put("told", told.told().stream().map(IncidentWords::json).toList())
            .put("faults", IncidentWords.faults(told)));
    return exitCode;
  }

  private void warn(String line) {
    session.console().err().println(line);
  }
}
