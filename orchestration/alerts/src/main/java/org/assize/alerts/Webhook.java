package org.assize.alerts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;
import org.assize.core.incident.Channel;
import org.assize.core.incident.Notice;
import org.assize.core.incident.NoticeText;

/** Posts JSON to an address. */
final class Webhook implements Channel {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String name;
  private final URI address;
  private final Function<NoticeText, String> shape;

  Webhook(String name, URI address, Function<NoticeText, String> shape) {
    this.name = name;
    this.address = address;
    this.shape = shape;
  }

  @Override
  public void tell(Notice notice, NoticeText text) throws Undeliverable {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(shape.apply(text)))
            .build();
    try {
      HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
      if (answer.statusCode() / 100 != 2) {
        throw new Undeliverable(
            "The webhook of `" + name + "` answered " + answer.statusCode() + ".");
      }
    } catch (IOException e) {
      throw new Undeliverable(
          "The webhook of `" + name + "` cannot be reached: " + e.getClass().getSimpleName() + ".");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undeliverable("The process is ending.");
    }
  }
}
