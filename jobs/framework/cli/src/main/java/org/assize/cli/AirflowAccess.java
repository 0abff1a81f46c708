package org.assize.cli;

import java.net.URI;
import org.assize.airflow.client.AirflowLogin;
import org.assize.airflow.client.AirflowServer;
import org.assize.cli.text.Console.Screen;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.AirflowSettings;
import org.assize.core.Workspace;

/** How a verb reaches the Airflow of an environment. */
final class AirflowAccess {

  static final String PASSWORD = "ASSIZE_AIRFLOW_PASSWORD";

  private final Session session;

  AirflowAccess(Session session) {
    this.session = session;
  }

  /** The server; who sits at a terminal hears that it does not answer. */
  AirflowServer server(Workspace workspace) {
    AirflowLogin login = login(workspace);
    return AirflowServer.open(
        login,
        session.surroundings().clock(),
        (attempt, attempts) -> {
          if (session.console().errScreen() == Screen.TERMINAL) {
            session.step(
                "waiting for Airflow at "
                    + login.address()
                    + ", attempt "
                    + attempt
                    + " of "
                    + attempts);
          }
        });
  }

  private AirflowLogin login(Workspace workspace) {
    AirflowSettings settings =
        workspace
            .airflow()
            .orElseThrow(
                () ->
                    PlatformException.of(
                        ErrorCode.USAGE,
                        "Environment `" + workspace.environment() + "` has no Airflow.",
                        "",
                        "Write `airflow: {url: ..., user: ..., dags: ...}` in assize.yaml."));
    String password = session.surroundings().variables().getOrDefault(PASSWORD, "");
    if (password.isEmpty()) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "The password for Airflow is missing.",
          "It is never read from a file of the workspace.",
          "Set the environment variable " + PASSWORD + ".");
    }
    return new AirflowLogin(URI.create(settings.url()), settings.user(), password);
  }
}
