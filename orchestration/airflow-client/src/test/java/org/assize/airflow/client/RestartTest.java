package org.assize.airflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.assize.contract.problem.ErrorCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An api-server that goes away while somebody is logged in, and comes back. */
@Tag("airflow")
@ExtendWith(RealAirflow.class)
class RestartTest {

  @Test
  void what_may_be_repeated_outlasts_a_restart_and_what_must_not_be_is_asked_once(Running airflow) {
    var pauses = new Pauses(airflow::startApi);
    AirflowServer server =
        AirflowServer.open(airflow.login("admin"), Clock.systemUTC(), pauses, Patience.standard());
    assertThat(server.dags().all()).isNotEmpty();
    airflow.stopApi();

    String message =
        Codes.of(
            ErrorCode.AIRFLOW_UNREACHABLE,
            () -> server.runs().trigger(Trigger.of("day").named("while-down")));

    assertThat(message).contains("did not make a run of DAG day", "It may have been done");
    assertThat(pauses.asked()).isEmpty();
    assertThat(server.dags().all()).isNotEmpty();
    assertThat(pauses.asked()).containsExactly(Duration.ofMillis(500));
    assertThat(server.runs().find("day", "while-down")).isEmpty();
  }
}
