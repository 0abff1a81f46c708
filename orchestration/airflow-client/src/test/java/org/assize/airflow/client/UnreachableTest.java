package org.assize.airflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.assize.contract.problem.ErrorCode;
import org.junit.jupiter.api.Test;

class UnreachableTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final Patience PATIENCE =
      new Patience(4, Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(5));

  private final Pauses pauses = new Pauses();

  @Test
  void a_port_that_nobody_listens_on_is_tried_with_growing_pauses_and_then_unreachable()
      throws IOException {
    AirflowServer server = AirflowServer.open(nobody(), CLOCK, pauses, PATIENCE);

    String message = Codes.of(ErrorCode.AIRFLOW_UNREACHABLE, () -> server.dags().all());

    assertThat(message)
        .contains("did not log in")
        .contains("No answer: ConnectException.")
        .doesNotContain("pass-word");
    assertThat(pauses.asked())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
    assertThat(ErrorCode.AIRFLOW_UNREACHABLE.type().exitCode()).isEqualTo(6);
  }

  @Test
  void what_needs_no_login_is_tried_again_as_well() throws IOException {
    AirflowServer server = AirflowServer.open(nobody(), CLOCK, pauses, PATIENCE);

    String message = Codes.of(ErrorCode.AIRFLOW_UNREACHABLE, server::version);

    assertThat(message).contains("did not say its version");
    assertThat(pauses.asked()).hasSize(3);
  }

  @Test
  void who_waits_hears_of_each_further_attempt() throws IOException {
    List<String> heard = new ArrayList<>();
    var attempts =
        new Attempts(PATIENCE, pauses, (attempt, of) -> heard.add(attempt + " of " + of));
    AirflowServer server = AirflowServer.open(nobody(), CLOCK, attempts);

    Codes.of(ErrorCode.AIRFLOW_UNREACHABLE, server::version);

    assertThat(heard).containsExactly("2 of 4", "3 of 4", "4 of 4");
  }

  /** A port that was free a moment ago. */
  private static AirflowLogin nobody() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new AirflowLogin(
          URI.create("http://127.0.0.1:" + socket.getLocalPort()), "admin", "pass-word");
    }
  }
}
