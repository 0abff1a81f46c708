package org.assize.airflow.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.assize.airflow.client.generated.ApiClient;
import org.assize.airflow.client.generated.api.AirflowApi;

/** Sets up the generated client. */
final class Connection {

  private static final Duration WITHIN = Duration.ofSeconds(10);

  private Connection() {}

  /** The client of a server, which sends with each request the token that is known then. */
  static AirflowApi to(URI address, Duration answerWithin, Supplier<Optional<String>> token) {
    var client = new ApiClient();
    client.updateBaseUri(address.toString().replaceAll("/+$", ""));
    // An upgrade to HTTP/2 loses the body of a POST at Airflow's server.
    client.setHttpClientBuilder(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(WITHIN));
    client.setReadTimeout(answerWithin);
    client.setRequestInterceptor(
        request ->
            token.get().ifPresent(known -> request.setHeader("Authorization", "Bearer " + known)));
    return new AirflowApi(client);
  }
}
