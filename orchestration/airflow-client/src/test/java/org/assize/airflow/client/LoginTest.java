package org.assize.airflow.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assize.airflow.client.generated.ApiClient;
import org.assize.airflow.client.generated.ApiException;
import org.assize.airflow.client.generated.api.AirflowApi;
import org.assize.airflow.client.generated.model.LoginBody;
import org.assize.contract.problem.ErrorCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("airflow")
@ExtendWith(RealAirflow.class)
class LoginTest {

  private static final Ask LIST = Ask.repeatable("list the pools");

  private final Pauses pauses = new Pauses();

  @Test
  void a_wrong_password_is_said_at_once_and_not_repeated(Running airflow) {
    var login = new AirflowLogin(airflow.address(), "admin", "not-this-one");
    AirflowServer server =
        AirflowServer.open(login, Clock.systemUTC(), pauses, Patience.standard());

    String message = Codes.of(ErrorCode.AIRFLOW_REFUSED_LOGIN, () -> server.pools().all());

    assertThat(message)
        .contains("did not let user admin in", "The user or the password is wrong.")
        .doesNotContain("not-this-one");
    assertThat(pauses.asked()).isEmpty();
    assertThat(ErrorCode.AIRFLOW_REFUSED_LOGIN.type().exitCode()).isEqualTo(2);
  }

  @Test
  void a_token_that_the_server_cannot_read_is_replaced(Running airflow) {
    assertThat(poolsWith(airflow, "not.a.token")).isPositive();
    assertThat(poolsWith(airflow, "nonsense")).isPositive();
  }

  @Test
  void a_token_that_is_over_is_replaced(Running airflow) throws Exception {
    String old = expired(token(airflow), airflow.secret());

    ApiException refused = refusal(airflow, old);

    assertThat(refused.getCode()).isEqualTo(401);
    assertThat(refused.getResponseBody()).contains("Expired");
    assertThat(poolsWith(airflow, old)).isPositive();
  }

  @Test
  void a_token_that_is_over_does_not_make_a_call_happen_twice_or_not_at_all(Running airflow)
      throws Exception {
    String old = expired(token(airflow), airflow.secret());
    var runs = new Runs(exchange(airflow, old), Clock.systemUTC(), pauses);

    DagRun run = runs.trigger(Trigger.of("day").named("after-an-old-token"));

    assertThat(run.id()).isEqualTo("after-an-old-token");
    assertThat(pauses.asked()).isEmpty();
  }

  @Test
  void who_may_only_read_is_told_that_a_right_is_missing(Running airflow) {
    AirflowServer server = AirflowServer.open(airflow.login("reader"), Clock.systemUTC());

    assertThat(server.dags().find("day")).isPresent();
    String message = Codes.of(ErrorCode.AIRFLOW_FORBIDDEN, () -> server.dags().unpause("day"));

    assertThat(message)
        .contains(
            "did not unpause DAG day", "It answered 403: Forbidden.", "Have the right granted");
  }

  private int poolsWith(Running airflow, String token) {
    return exchange(airflow, token).ask(LIST, api -> api.listPools(1, 0, null)).getPools().size();
  }

  private Exchange exchange(Running airflow, String token) {
    return new Exchange(airflow.login("admin"), Patience.standard(), pauses, token);
  }

  private static ApiException refusal(Running airflow, String token) {
    try {
      AirflowApi api = api(airflow, token);
      throw new AssertionError("not refused: " + api.listPools(1, 0, null));
    } catch (ApiException refused) {
      return refused;
    }
  }

  private static String token(Running airflow) throws ApiException {
    AirflowLogin login = airflow.login("admin");
    var body = new LoginBody().username(login.user()).password(login.password());
    return api(airflow, "").logIn(body).getAccessToken();
  }

  private static AirflowApi api(Running airflow, String token) {
    var client = new ApiClient();
    client.updateBaseUri(airflow.address().toString());
    client.setHttpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
    client.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + token));
    return new AirflowApi(client);
  }

  /** The same token as if it had been made long ago, signed as the server signs. */
  private static String expired(String token, String secret) throws GeneralSecurityException {
    String[] parts = token.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    String earlier = claims.replaceAll("\"(exp|iat|nbf)\":\\s*\\d+", "\"$1\": 1000000000");
    String unsigned = parts[0] + "." + encoded(earlier.getBytes(UTF_8));
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA512"));
    return unsigned + "." + encoded(mac.doFinal(unsigned.getBytes(UTF_8)));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
