package org.assize.airflow.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.assize.airflow.client.generated.ApiException;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of each way in which a call can fail; the calls are made up, no server is asked. */
class ExchangeTest {

  private static final AirflowLogin LOGIN =
      new AirflowLogin(URI.create("http://airflow.example.org"), "ann", "pass-word");
  private static final Patience THREE_TIMES =
      new Patience(3, Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(1));
  private static final Ask LIST = Ask.repeatable("list the DAGs");
  private static final Ask TRIGGER = Ask.once("make a run");

  private final Pauses pauses = new Pauses();
  private final Exchange exchange = new Exchange(LOGIN, THREE_TIMES, pauses);

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void a_fault_that_passes_is_outlasted_where_the_call_may_be_repeated(int status) {
    String answer = exchange.askOpenly(LIST, failing(refused(status, ""), refused(status, "")));

    assertThat(answer).isEqualTo("done");
    assertThat(pauses.asked()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void a_connection_that_breaks_and_an_answer_that_is_late_are_outlasted_as_well() {
    var broken = new ApiException(new IOException("reset"));
    var late = new ApiException(new HttpTimeoutException("late"));

    assertThat(exchange.askOpenly(LIST, failing(broken, late))).isEqualTo("done");
  }

  @Test
  void what_must_not_be_done_twice_is_asked_once_and_the_doubt_is_said() {
    String busy =
        Codes.of(
            ErrorCode.AIRFLOW_UNREACHABLE,
            () -> exchange.askOpenly(TRIGGER, failing(refused(503, ""))));
    String late =
        Codes.of(
            ErrorCode.AIRFLOW_UNREACHABLE,
            () ->
                exchange.askOpenly(
                    TRIGGER, failing(new ApiException(new HttpTimeoutException("late")))));

    assertThat(busy).contains("did not make a run. It answered 503.", "It may have been done");
    assertThat(late).contains("No answer: HttpTimeoutException.", "It may have been done");
    assertThat(pauses.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "308, '', AIRFLOW_UNSUPPORTED",
    "400, '{\"detail\": \"no\"}', AIRFLOW_FAILED",
    "403, '{\"detail\": \"Forbidden\"}', AIRFLOW_FORBIDDEN",
    "404, '{\"detail\": \"no such DAG\"}', AIRFLOW_NOT_FOUND",
    "404, '{\"error\": \"API route not found\"}', AIRFLOW_UNSUPPORTED",
    "404, '<html>pass-word</html>', AIRFLOW_UNSUPPORTED",
    "405, '{\"detail\": \"Method Not Allowed\"}', AIRFLOW_UNSUPPORTED",
    "409, '{\"detail\": {\"message\": \"there\"}}', AIRFLOW_CONFLICT",
    "422, '{\"detail\": [{\"type\": \"missing\", \"input\": \"pass-word\"}]}', AIRFLOW_FAILED",
    "422, '{\"detail\": [{\"type\": \"extra_forbidden\"}]}', AIRFLOW_UNSUPPORTED",
    "501, '', AIRFLOW_UNSUPPORTED"
  })
  void an_answer_that_will_not_change_is_taken_at_once(int status, String body, ErrorCode code) {
    String message = Codes.of(code, () -> exchange.askOpenly(LIST, failing(refused(status, body))));

    assertThat(message)
        .contains("http://airflow.example.org did not list the DAGs.", "It answered " + status)
        .endsWith(code.mend())
        .doesNotContain("pass-word");
    assertThat(pauses.asked()).isEmpty();
  }

  @Test
  void an_answer_that_cannot_be_read_is_not_asked_for_again() {
    var unreadable = new ApiException(new JsonMappingException(null, "pass-word is missing"));

    PlatformException failure =
        catchThrowableOfType(
            PlatformException.class, () -> exchange.askOpenly(LIST, failing(unreadable)));

    assertThat(failure)
        .hasMessageContaining("AIRFLOW_UNSUPPORTED")
        .hasMessageContaining("Its answer is not what Airflow 3.3 answers.")
        .hasNoCause();
    assertThat(pauses.asked()).isEmpty();
  }

  @Test
  void patience_ends_and_a_server_that_still_fails_is_said_to() {
    String message =
        Codes.of(
            ErrorCode.AIRFLOW_FAILED,
            () ->
                exchange.askOpenly(
                    LIST, failing(refused(503, ""), refused(503, ""), refused(500, "oh"))));

    assertThat(message).contains("It answered 500.");
    assertThat(pauses.asked()).hasSize(2);
  }

  @Test
  void pauses_double_up_to_the_longest() {
    assertThat(List.of(1, 2, 3, 4, 5, 60))
        .extracting(THREE_TIMES::pauseAfter)
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 8L, 8L);
  }

  private static ApiException refused(int status, String body) {
    return new ApiException(status, "made up", null, body);
  }

  /** Fails in these ways, one after the other, and then does it. */
  private static Exchange.Call<String> failing(ApiException... failures) {
    Deque<ApiException> left = new ArrayDeque<>(List.of(failures));
    return api -> {
      if (left.isEmpty()) {
        return "done";
      }
      throw left.pop();
    };
  }
}
