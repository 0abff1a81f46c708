package org.assize.lineage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A server that takes events by OpenLineage's own HTTP interface, {@code POST /api/v1/lineage}. */
final class EventServer implements Recipient {

  private static final Duration TO_CONNECT = Duration.ofSeconds(2);
  private static final Duration TO_ANSWER = Duration.ofSeconds(5);
  private static final String PATH = "/api/v1/lineage";

  private final URI root;
  private final URI endpoint;
  private final String key;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TO_CONNECT)
          .build();

  /** Takes the server's address and its key, empty where it wants none. */
  EventServer(URI root, String key) {
    this.root = root;
    this.endpoint = URI.create(root.toString().replaceFirst("/+$", "") + PATH);
    this.key = key;
  }

  @Override
  public void take(String event) throws Undelivered {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TO_ANSWER)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(event));
    if (!key.isEmpty()) {
      if (!"https".equals(root.getScheme()) && !isHere()) {
        throw new Undelivered("A key is never sent without encryption: write an https address");
      }
      request.header("Authorization", "Bearer " + key);
    }
    try {
      HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
      if (answer.statusCode() / 100 != 2) {
        throw new Undelivered(root.getHost() + " answered " + answer.statusCode());
      }
    } catch (IOException e) {
      throw new Undelivered(root.getHost() + " cannot be reached: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undelivered(root.getHost() + " did not take them in time");
    }
  }

  private boolean isHere() {
    return "localhost".equals(root.getHost()) || "127.0.0.1".equals(root.getHost());
  }
}
