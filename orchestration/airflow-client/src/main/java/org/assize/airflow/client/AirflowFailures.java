package org.assize.airflow.client;

import java.net.URI;
import java.util.Optional;
import org.assize.airflow.client.generated.ApiException;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;

/**
 * What can go wrong between Assize and one server, in words for the user. No message holds a
 * password or a token.
 */
final class AirflowFailures {

  private static final String UNSURE = "It may have been done: look before you ask again.";

  private final URI address;

  AirflowFailures(URI address) {
    this.address = address;
  }

  /** No answer came at all. */
  PlatformException unreachable(Ask ask, ApiException failed) {
    Throwable origin = Optional.ofNullable(failed.getCause()).orElse(failed);
    String cause = "No answer: " + origin.getClass().getSimpleName() + ".";
    return PlatformException.of(problem(ErrorCode.AIRFLOW_UNREACHABLE, ask, cause), origin);
  }

  /** An answer came that Airflow does not give. */
  PlatformException notUnderstood(Ask ask) {
    return failure(
        ErrorCode.AIRFLOW_UNSUPPORTED, ask, "Its answer is not what Airflow 3.3 answers.");
  }

  /** The server answered, and not with what was asked for. */
  PlatformException refused(Ask ask, Refusal refusal) {
    String said = refusal.reason().isEmpty() ? "" : ": " + refusal.reason();
    return failure(code(refusal), ask, "It answered " + refusal.status() + said + ".");
  }

  PlatformException loginRefused(String user) {
    return failure(
        ErrorCode.AIRFLOW_REFUSED_LOGIN,
        Ask.repeatable("let user " + user + " in"),
        "The user or the password is wrong.");
  }

  /** Without what the generated client threw: that may hold what was sent or answered. */
  private PlatformException failure(ErrorCode code, Ask ask, String cause) {
    return PlatformException.of(problem(code, ask, cause));
  }

  private Problem problem(ErrorCode code, Ask ask, String cause) {
    boolean isUnsure = code == ErrorCode.AIRFLOW_UNREACHABLE && !ask.isRepeatable();
    String problem = "Airflow at " + address + " did not " + ask.deed() + ".";
    return new Problem(code, Place.NOWHERE, problem, cause, isUnsure ? UNSURE : code.mend());
  }

  private static ErrorCode code(Refusal refusal) {
    return switch (refusal.status()) {
      case 401, 403 -> ErrorCode.AIRFLOW_FORBIDDEN;
      case 404 ->
          refusal.isFromAirflow() ? ErrorCode.AIRFLOW_NOT_FOUND : ErrorCode.AIRFLOW_UNSUPPORTED;
      case 301, 302, 303, 307, 308, 405, 501 -> ErrorCode.AIRFLOW_UNSUPPORTED;
      case 409 -> ErrorCode.AIRFLOW_CONFLICT;
      case 429, 502, 503, 504 -> ErrorCode.AIRFLOW_UNREACHABLE;
      default ->
          refusal.isAboutAnUnknownKey() ? ErrorCode.AIRFLOW_UNSUPPORTED : ErrorCode.AIRFLOW_FAILED;
    };
  }
}
