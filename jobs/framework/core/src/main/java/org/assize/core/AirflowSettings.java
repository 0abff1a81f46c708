package org.assize.core;

import java.util.List;
import java.util.Optional;

/**
 * The Airflow that runs an environment.
 *
 * @param url root of its server, without {@code /api}
 * @param user whom the client logs in as; the password stands in no file
 * @param dags folder that its DAG processor reads, as this process sees it
 * @param command words that start the command line where Airflow's tasks run; with {@code submit}
 *     those that start spark-submit
 * @param workspace folder of this workspace where Airflow's tasks run; the launcher's own where
 *     left out
 * @param submit how spark-submit starts it; empty where the launcher does
 */
public record AirflowSettings(
    String url,
    String user,
    Optional<String> dags,
    List<String> command,
    Optional<String> workspace,
    Optional<SubmitSettings> submit) {

  public AirflowSettings {
    command = List.copyOf(command);
  }
}
