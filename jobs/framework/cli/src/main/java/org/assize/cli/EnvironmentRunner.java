package org.assize.cli;

import java.net.URI;
import org.assize.airflow.AirflowRunner;
import org.assize.airflow.client.AirflowServer;
import org.assize.core.AirflowSettings;
import org.assize.core.schedule.ScheduleRunner;
import org.assize.local.EmbeddedRunner;
import org.jspecify.annotations.Nullable;

/**
 * What runs the pipelines of the environment that {@code --env} names, and the engine on its
 * tables, opened when it is first needed.
 */
final class EnvironmentRunner implements AutoCloseable {

  private final Session session;
  private final CheckedWorkspace checked;
  private @Nullable OpenEngine engine;

  EnvironmentRunner(Session session, CheckedWorkspace checked) {
    this.session = session;
    this.checked = checked;
  }

  ScheduleRunner runner() {
    return checked.workspace().airflow().map(this::airflow).orElseGet(this::embedded);
  }

  OpenEngine engine() {
    OpenEngine open = engine;
    if (open == null) {
      open = session.open(checked.workspace());
      engine = open;
    }
    return open;
  }

  private ScheduleRunner airflow(AirflowSettings settings) {
    AirflowServer server =
        AirflowServer.open(
            new AirflowAccess(session).login(checked.workspace()), session.surroundings().clock());
    return new AirflowRunner(server, URI.create(settings.url()));
  }

  private ScheduleRunner embedded() {
    return new EmbeddedRunner(
        engine().book(),
        () -> engine().reports(),
        checked.graph().definitions(),
        session.surroundings().clock());
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
