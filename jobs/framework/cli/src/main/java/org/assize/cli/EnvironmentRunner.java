package org.assize.cli;

import java.net.URI;
import java.time.Clock;
import org.assize.airflow.AirflowRunner;
import org.assize.airflow.AirflowSteps;
import org.assize.airflow.client.AirflowServer;
import org.assize.airflow.client.Sleeper;
import org.assize.core.AirflowSettings;
import org.assize.core.plan.StepRunner;
import org.assize.core.schedule.ScheduleRunner;
import org.assize.local.EmbeddedRunner;
import org.jspecify.annotations.Nullable;

/**
 * What runs the pipelines and plans of the environment that {@code --env} names, and the engine on
 * its tables; each is opened when it is first needed.
 */
final class EnvironmentRunner implements AutoCloseable {

  private final Session session;
  private final CheckedWorkspace checked;
  private @Nullable OpenEngine engine;
  private @Nullable AirflowServer server;

  EnvironmentRunner(Session session, CheckedWorkspace checked) {
    this.session = session;
    this.checked = checked;
  }

  /** What begins its pipelines and tells of them. */
  ScheduleRunner runner() {
    return checked
        .workspace()
        .airflow()
        .<ScheduleRunner>map(there -> new AirflowRunner(server(), address(there)))
        .orElseGet(this::embedded);
  }

  /** What carries saved plans out. */
  StepRunner steps() {
    return checked
        .workspace()
        .airflow()
        .<StepRunner>map(
            there ->
                new AirflowSteps(
                    checked.pipelines(), server(), address(there), clock(), Sleeper.real()))
        .orElseGet(() -> new StepsHere(session, checked, engine()));
  }

  OpenEngine engine() {
    OpenEngine open = engine;
    if (open == null) {
      open = session.open(checked.workspace());
      engine = open;
    }
    return open;
  }

  private AirflowServer server() {
    AirflowServer known = server;
    if (known == null) {
      known = new AirflowAccess(session).server(checked.workspace());
      server = known;
    }
    return known;
  }

  private static URI address(AirflowSettings settings) {
    return URI.create(settings.url());
  }

  private Clock clock() {
    return session.surroundings().clock();
  }

  private ScheduleRunner embedded() {
    return new EmbeddedRunner(
        engine().book(), () -> engine().reports(), checked.graph().definitions(), clock());
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
