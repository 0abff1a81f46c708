package org.assize.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpServer;
import io.openlineage.client.OpenLineage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.core.LineageSettings;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets events: a folder, and a real server on this machine. */
class DeliveryTest {

  @TempDir Path folder;

  private final List<String> posted = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private ShopRuns shop;
  private HttpServer server;
  private int status = 201;

  @BeforeEach
  void start() throws IOException {
    shop = new ShopRuns(folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/lineage",
        exchange -> {
          keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
          posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_table_that_is_up_to_date_tells_nothing() {
    try (Lineage run = shop.lineage(shop.file(), "r1", Map.of())) {
      run.started(ShopRuns.SALE);
      run.ended(TableOutcome.of(ShopRuns.SALE, Status.UP_TO_DATE, "no new record"));
    }

    assertThat(folder.resolve("events")).doesNotExist();
  }

  @Test
  void the_library_reads_every_event_back_and_loses_nothing() throws IOException {
    JsonMapper strict =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
            .build();

    for (JsonNode event : shop.events(Map.of(), ShopRuns::good)) {
      OpenLineage.RunEvent read = strict.readValue(event.toString(), OpenLineage.RunEvent.class);
      assertThat(strict.readTree(strict.writeValueAsString(read))).isEqualTo(event);
      assertThat(event.get("schemaURL").asText())
          .startsWith("https://openlineage.io/spec/")
          .endsWith("#/$defs/RunEvent");
      assertThat(event.get("producer").asText()).startsWith("urn:assize:");
    }
  }

  @Test
  void a_server_gets_the_same_events_and_the_key_from_the_environment() throws IOException {
    List<JsonNode> inFile = shop.events(Map.of(), ShopRuns::good);
    List<JsonNode> sent = new ArrayList<>();

    Lineage run = shop.lineage(server(), "r1", Map.of(Lineage.KEY, "a-key"));
    ShopRuns.good(run);
    run.close();

    assertThat(run.untold()).isEmpty();
    for (String event : posted) {
      sent.add(new ObjectMapper().readTree(event));
    }
    assertThat(sent).isEqualTo(inFile);
    assertThat(keys).containsOnly("Bearer a-key");
  }

  @Test
  void a_server_that_is_down_or_refuses_is_said_once_and_tried_no_longer() {
    status = 503;
    Lineage refused = shop.lineage(server(), "r1", Map.of());
    ShopRuns.good(refused);
    ShopRuns.good(refused);
    refused.close();
    server.stop(0);
    Lineage down = shop.lineage(server(), "r1", Map.of());
    ShopRuns.good(down);
    down.close();

    assertThat(refused.untold()).contains("8 of 8 events reached nobody: localhost answered 503.");
    assertThat(posted).hasSize(3);
    assertThat(down.untold().orElseThrow())
        .startsWith("4 of 4 events reached nobody: localhost cannot be reached: ");
  }

  @Test
  void a_key_is_not_sent_in_the_clear_and_a_folder_that_is_none_is_said() throws IOException {
    var plain =
        new LineageSettings(
            LineageSettings.Kind.HTTP, URI.create("http://lineage.example.org"), Optional.empty());
    Lineage open = shop.lineage(plain, "r1", Map.of(Lineage.KEY, "a-key"));
    ShopRuns.good(open);
    open.close();
    shop.write("events", "a file where the folder should be");
    Lineage blocked = shop.lineage(shop.file(), "r1", Map.of());
    ShopRuns.good(blocked);
    blocked.close();

    assertThat(open.untold().orElseThrow())
        .contains("A key is never sent without encryption")
        .doesNotContain("a-key");
    assertThat(blocked.untold().orElseThrow()).contains("takes no file");
  }

  private LineageSettings server() {
    return new LineageSettings(
        LineageSettings.Kind.HTTP,
        URI.create("http://localhost:" + server.getAddress().getPort() + "/"),
        Optional.empty());
  }
}
