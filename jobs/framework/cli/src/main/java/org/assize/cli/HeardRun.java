package org.assize.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assize.core.LineageSettings;
import org.assize.core.RunListener;
import org.assize.core.TableOutcome;
import org.assize.core.TableTask;
import org.assize.core.Workspace;
import org.assize.core.lineage.DeclaredOrigins;
import org.assize.lineage.Lineage;

/** Work on tables that who gets the events of runs hears of, where the environment names one. */
record HeardRun(Session session, Workspace workspace, List<TableTask> tasks) {

  /** Work on any of the tables. */
  static HeardRun of(Session session, CheckedWorkspace checked) {
    List<TableTask> tasks =
        checked.graph().definitions().stream()
            .map(table -> new TableTask(table, Optional.empty(), false))
            .toList();
    return new HeardRun(session, checked.workspace(), tasks);
  }

  /** Does what somebody decided; the engine itself does not say that it ended. */
  List<TableOutcome> decided(
      String runId, RunListener listener, Function<RunListener, List<TableOutcome>> work) {
    return of(
        runId,
        listener,
        heard -> {
          List<TableOutcome> outcomes = work.apply(heard);
          outcomes.forEach(heard::ended);
          return outcomes;
        });
  }

  /** Does the work, and says once, beside the result, if its events reached nobody. */
  <T> T of(String runId, RunListener listener, Function<RunListener, T> work) {
    Optional<LineageSettings> settings = workspace.outlets().lineage();
    if (settings.isEmpty()) {
      return work.apply(listener);
    }
    Lineage lineage =
        Lineage.of(
            settings.get(),
            workspace,
            tasks,
            runId,
            new DeclaredOrigins(
                workspace, new LazyInspector(session.surroundings().house()::inspector)),
            session.surroundings().variables(),
            session.surroundings().clock());
    try {
      return work.apply(listener.and(lineage));
    } finally {
      lineage.close();
      lineage.untold().ifPresent(why -> session.console().err().println("Lineage: " + why));
    }
  }
}
