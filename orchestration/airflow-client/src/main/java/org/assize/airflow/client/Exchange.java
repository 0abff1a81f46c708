package org.assize.airflow.client;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.assize.airflow.client.generated.ApiException;
import org.assize.airflow.client.generated.api.AirflowApi;
import org.assize.airflow.client.generated.model.LoginAnswer;
import org.assize.airflow.client.generated.model.LoginBody;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server: logs in before the first call that needs it and again when the token is no
 * longer taken, repeats what may be repeated, and turns every failure into ours. Thread-safe.
 */
final class Exchange {

  private final AirflowLogin login;
  private final Attempts attempts;
  private final AirflowFailures failures;
  private final AirflowApi api;
  private volatile @Nullable String token;

  Exchange(AirflowLogin login, Patience patience, Sleeper sleeper) {
    this(login, patience, sleeper, null);
  }

  Exchange(AirflowLogin login, Attempts attempts) {
    this(login, attempts, null);
  }

  /** With a token from earlier, which may be over by now. */
  Exchange(AirflowLogin login, Patience patience, Sleeper sleeper, @Nullable String token) {
    this(login, new Attempts(patience, sleeper, Waiting.UNHEARD), token);
  }

  private Exchange(AirflowLogin login, Attempts attempts, @Nullable String token) {
    this.token = token;
    this.login = login;
    this.attempts = attempts;
    this.failures = new AirflowFailures(login.address());
    this.api =
        Connection.to(
            login.address(),
            attempts.patience().answerWithin(),
            () -> Optional.ofNullable(this.token));
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
      return attempts.untilAnswered(ask, () -> call.on(api));
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
    // What comes anew between two pages moves the rest on, so that an item can come twice.
    Set<T> found = new LinkedHashSet<>();
    int received = 0;
    Page<T> page;
    do {
      int offset = received;
      page = ask(ask, api -> call.on(api, offset));
      found.addAll(page.items());
      received += page.items().size();
    } while (found.size() < enough && !page.isLast(received));
    return List.copyOf(found);
  }

  /** Asks what anybody may ask: needs no login. */
  <T> T askOpenly(Ask ask, Call<T> call) {
    try {
      return attempts.untilAnswered(ask, () -> call.on(api));
    } catch (ApiException failed) {
      throw explained(ask, failed);
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

  private String newToken() {
    Ask ask = Ask.repeatable("log in");
    var body = new LoginBody().username(login.user()).password(login.password());
    try {
      return attempts.untilAnswered(ask, () -> token(api.logIn(body)));
    } catch (ApiException failed) {
      throw switch (failed.getCode()) {
        case 401 -> failures.loginRefused(login.user());
        case 404 -> failures.notUnderstood(ask);
        default -> explained(ask, failed);
      };
    }
  }

  private static String token(LoginAnswer answer) throws ApiException {
    return Answers.required(Answers.required(answer, "body").getAccessToken(), "access_token");
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
    return Attempts.isUnreadable(failed)
        ? failures.notUnderstood(ask)
        : failures.unreachable(ask, failed);
  }
}
