package org.assize.airflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Our document says of Airflow what Airflow says of itself. */
@Tag("airflow")
@ExtendWith(RealAirflow.class)
class ConformanceTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void what_we_send_and_read_is_what_the_server_takes_and_answers(Running airflow)
      throws IOException {
    ApiDocument theirs = theirs(airflow.address());

    assertThat(theirs.root().path("paths").size()).isGreaterThan(80);
    assertThat(Conformance.findings(OurDocument.read(), theirs)).isEmpty();
  }

  /** The server's document, with that of its login service put under {@code /auth}. */
  private static ApiDocument theirs(URI address) throws IOException {
    var document = (ObjectNode) JSON.readTree(text(address.resolve("/openapi.json")));
    String login = text(address.resolve("/auth/openapi.json"));
    document.set("auth", JSON.readTree(login.replace("\"#/components/", "\"#/auth/components/")));
    var paths = (ObjectNode) document.get("paths");
    document
        .at("/auth/paths")
        .properties()
        .forEach(e -> paths.set("/auth" + e.getKey(), e.getValue()));
    return new ApiDocument(document);
  }

  private static String text(URI address) throws IOException {
    try (InputStream in = address.toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
