package org.assize.airflow.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assize.airflow.client.generated.ApiClient;
import org.assize.airflow.client.generated.ApiException;
import org.assize.airflow.client.generated.api.AirflowApi;
import org.assize.airflow.client.generated.model.LoginBody;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server: logs in before the first call that needs it and again when the token is no
 * longer taken, repeats what may be repeated, and turns every failure into ours. Thread-safe.
 */
final class Exchange {

  private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

  private final AirflowLogin login;
  private final Patience patience;
  private final Sleeper sleeper;
  private final AirflowFailures failures;
  private final AirflowApi api;
  private volatile @Nullable String token;

  Exchange(AirflowLogin login, Patience patience, Sleeper sleeper) {
    this(login, patience, sleeper, null);
  }

  /** With a token from earlier, which may be over by now. */
  Exchange(AirflowLogin login, Patience patience, Sleeper sleeper, @Nullable String token) {
    this.token = token;
    this.login = login;
    this.patience = patience;
    this.sleeper = sleeper;
    this.failures = new AirflowFailures(login.address());
    this.api = new AirflowApi(client());
  }

  private ApiClient client() {
    var client = new ApiClient();
    client.updateBaseUri(login.address().toString().replaceAll("/+$", ""));
    // An upgrade to HTTP/2 loses the body of a POST at Airflow's server.
    client.setHttpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
    client.setConnectTimeout(CONNECT_WITHIN);
    client.setReadTimeout(patience.answerWithin());
    client.setRequestInterceptor(
        request -> {
          String known = token;
          if (known != null) {
            request.setHeader("Authorization", "Bearer " + known);
          }
        });
    return client;
  }

  /** A call of the generated client. */
  @FunctionalInterface
  interface Call<T> {
    T on(AirflowApi api) throws ApiException;
  }

  /** A call of the generated client for the page of a list that begins at an offset. */
  @FunctionalInterface
  interface PageCall<T> {
    Page<T> on(AirflowApi api, int offset) throws ApiException;
  }

  /** Asks as the user. */
  <T> T ask(Ask ask, Call<T> call) {
    String used = loggedIn();
    try {
      return untilAnswered(ask, call);
    } catch (ApiException failed) {
      if (!isAboutTheToken(failed)) {
        throw explained(ask, failed);
      }
    }
    forget(used);
    loggedIn();
    return askOpenly(ask, call);
  }

  /** Asks as the user; absent where the server has no such thing. */
  <T> Optional<T> find(Ask ask, Call<T> call) {
    try {
      return Optional.of(ask(ask, call));
    } catch (PlatformException failed) {
      if (failed.problems().get(0).code() == ErrorCode.AIRFLOW_NOT_FOUND) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /** Asks for every page of a list. */
  <T> List<T> all(Ask ask, PageCall<T> call) {
    return all(ask, Integer.MAX_VALUE, call);
  }

  /** Asks for pages of a list until there are at least so many items, or no more. */
  <T> List<T> all(Ask ask, int enough, PageCall<T> call) {
    List<T> found = new ArrayList<>();
    Page<T> page;
    do {
      page = ask(ask, api -> call.on(api, found.size()));
      found.addAll(page.items());
    } while (found.size() < enough && !page.isLast(found.size()));
    return Collections.unmodifiableList(found);
  }

  /** Asks what anybody may ask: needs no login. */
  <T> T askOpenly(Ask ask, Call<T> call) {
    try {
      return untilAnswered(ask, call);
    } catch (ApiException failed) {
      throw explained(ask, failed);
    }
  }

  private <T> T untilAnswered(Ask ask, Call<T> call) throws ApiException {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.on(api);
      } catch (ApiException failed) {
        if (!ask.isRepeatable() || !isPassing(failed) || attempt >= patience.attempts()) {
          throw failed;
        }
        sleeper.sleep(patience.pauseAfter(attempt));
      }
    }
  }

  private synchronized String loggedIn() {
    String known = token;
    if (known == null) {
      known = newToken();
      token = known;
    }
    return known;
  }

  private synchronized void forget(String used) {
    if (used.equals(token)) {
      token = null;
    }
  }

  /** What fails here is not handed on as an origin: it may hold what was sent or answered. */
  private String newToken() {
    Ask ask = Ask.repeatable("log in");
    var body = new LoginBody().username(login.user()).password(login.password());
    try {
      return untilAnswered(ask, api -> api.logIn(body)).getAccessToken();
    } catch (ApiException failed) {
      throw failed.getCode() == 401 ? failures.loginRefused(login.user()) : explained(ask, failed);
    }
  }

  private static boolean isPassing(ApiException failed) {
    return failed.getCode() == 0
        ? failed.getCause() instanceof IOException && !isUnreadable(failed)
        : PASSING.contains(failed.getCode());
  }

  private static boolean isUnreadable(ApiException failed) {
    return failed.getCause() instanceof JsonProcessingException;
  }

  /** Airflow says 401 to an old token, and 403 to one that it cannot read. */
  private static boolean isAboutTheToken(ApiException failed) {
    if (failed.getCode() == 401) {
      return true;
    }
    String reason = Refusal.of(failed.getCode(), failed.getResponseBody()).reason();
    return failed.getCode() == 403 && reason.toLowerCase(Locale.ROOT).contains("token");
  }

  private PlatformException explained(Ask ask, ApiException failed) {
    if (failed.getCode() != 0) {
      return failures.refused(ask, Refusal.of(failed.getCode(), failed.getResponseBody()));
    }
    return isUnreadable(failed) ? failures.notUnderstood(ask) : failures.unreachable(ask, failed);
  }
}
