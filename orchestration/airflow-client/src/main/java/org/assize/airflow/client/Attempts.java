package org.assize.airflow.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Set;
import org.assize.airflow.client.generated.ApiException;

/** Repeats what may be repeated while a failure may pass, with pauses between. */
record Attempts(Patience patience, Sleeper sleeper, Waiting waiting) {

  private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

  /** A call without its arguments. */
  @FunctionalInterface
  interface Attempt<T> {
    T make() throws ApiException;
  }

  /** Answers, or fails as the last attempt did. */
  <T> T untilAnswered(Ask ask, Attempt<T> attempt) throws ApiException {
    for (int number = 1; ; number++) {
      try {
        return attempt.make();
      } catch (ApiException failed) {
        if (!ask.isRepeatable() || !mayPass(failed) || number >= patience.attempts()) {
          throw failed;
        }
        waiting.again(number + 1, patience.attempts());
        sleeper.sleep(patience.pauseAfter(number));
      }
    }
  }

  /** Whether an answer came and is none that Airflow gives. */
  static boolean isUnreadable(ApiException failed) {
    return failed.getCause() instanceof JsonProcessingException;
  }

  private static boolean mayPass(ApiException failed) {
    return failed.getCode() == 0
        ? failed.getCause() instanceof IOException && !isUnreadable(failed)
        : PASSING.contains(failed.getCode());
  }
}
