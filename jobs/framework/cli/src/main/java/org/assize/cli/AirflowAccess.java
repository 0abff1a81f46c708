package org.assize.cli;

import java.net.URI;
import org.assize.airflow.client.AirflowLogin;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.AirflowSettings;
import org.assize.core.Workspace;

/** How a verb logs in to the Airflow of an environment. */
final class AirflowAccess {

  static final String PASSWORD = "ASSIZE_AIRFLOW_PASSWORD";

  private final Session session;

  AirflowAccess(Session session) {
    this.session = session;
  }

  AirflowLogin login(Workspace workspace) {
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
