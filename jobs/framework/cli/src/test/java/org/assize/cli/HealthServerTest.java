package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.contract.Runs;
import org.assize.contract.problem.PlatformException;
import org.assize.core.incident.Incident;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.Standing;
import org.assize.core.standing.Completeness;
import org.assize.core.standing.TableStanding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asked over HTTP, as a monitor asks. */
class HealthServerTest {

  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final DatasetName SALE = new DatasetName("shop", Layer.CURATED, "sale");

  @TempDir private Path folder;
  private final Moved clock = new Moved();
  private HealthServer server;

  @BeforeEach
  void start() {
    server = HealthServer.start("127.0.0.1", 0, clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_scheduler_that_ticks_is_healthy_and_one_that_does_not_is_silent() throws Exception {
    assertThat(get("/health").statusCode()).isEqualTo(200);
    clock.now = NINE.plusSeconds(90);

    assertThat(get("/health").statusCode()).isEqualTo(503);
    assertThat(get("/health").body())
        .isEqualTo(
            """
            {
              "schema" : "assize.health/1",
              "status" : "silent",
              "lastTick" : "2026-11-23T09:00:00Z",
              "lastLook" : null
            }
            """);
    server.ticked();
    assertThat(get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void metrics_say_how_everything_stands() throws Exception {
    assertThat(get("/metrics").statusCode()).isEqualTo(503);
    server.looked(view());
    clock.now = NINE.plusSeconds(5);
    server.ticked();

    HttpResponse<String> answer = get("/metrics");

    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body().lines().filter(line -> !line.startsWith("#")))
        .contains(
            "assize_scheduler_last_tick_timestamp_seconds 1795424405",
            "assize_last_look_timestamp_seconds 1795424400",
            "assize_incidents{domain=\"\",kind=\"failed\"} 0",
            "assize_incidents{domain=\"shop\",kind=\"held\"} 1",
            "assize_table_complete_through_timestamp_seconds{domain=\"shop\",layer=\"curated\",table=\"sale\"}"
                + " 1795410000",
            "assize_table_final{domain=\"shop\",layer=\"curated\",table=\"sale\"} 0",
            "assize_table_refused_rows{domain=\"shop\",layer=\"curated\",table=\"sale\"} 3",
            "assize_table_held_batches{domain=\"shop\",layer=\"curated\",table=\"sale\"} 1",
            "assize_pipeline_state{pipeline=\"shop__daily\",state=\"held\"} 1",
            "assize_pipeline_next_timestamp_seconds{pipeline=\"shop__daily\"} 1795496400");
    assertThat(answer.body().lines())
        .allMatch(
            line ->
                line.matches("# (HELP|TYPE) [a-z_]+ .+")
                    || line.matches("[a-z_]+(\\{([a-z]+=\"[^\"]*\",?)+})? [0-9]+"));
  }

  @Test
  void a_taken_port_is_said() throws IOException {
    try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> HealthServer.start("127.0.0.1", taken.getLocalPort(), clock))
          .isInstanceOf(PlatformException.class)
          .hasMessageContaining("Nothing can listen on port " + taken.getLocalPort());
    }
  }

  @Test
  void the_scheduler_listens_while_it_runs() throws IOException {
    Starter.EXAMPLE.write(folder);
    Files.writeString(
        folder.resolve("schemas/example/_domain.yaml"), "schedule: {cron: '0 5 * * *'}\n");
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    Typed ran =
        Typed.in(folder, new FakeHouse(), "scheduler", "--once", "--port", String.valueOf(port));

    assertThat(ran.exitCode()).isZero();
    // It is gone with the scheduler.
    assertThatThrownBy(() -> get(port, "/health")).isInstanceOf(IOException.class);
  }

  private static StatusView view() {
    var pipeline =
        new Pipeline(
            "shop__daily", "shop", "Shop", Runs.USUAL, Optional.empty(), List.of(), List.of());
    var run =
        new PipelineRun(
            "shop__daily", "o", NINE, PipelineRun.State.HELD, 1, NINE, Optional.empty(), "r1");
    var incident =
        new Incident(
            "held sale",
            Incident.Kind.HELD,
            "shop/sale",
            "shop",
            NINE,
            Optional.empty(),
            "A batch is held.",
            List.of(),
            "Shop",
            "assize status",
            Optional.empty(),
            List.of());
    return new StatusView(
        List.of(),
        Map.of(
            SALE,
            new TableStanding(
                SALE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new TableStanding.Hold("b1", NINE, NINE, "")),
                3)),
        Map.of(
            SALE,
            new Completeness(
                Optional.of(Instant.parse("2026-11-23T05:00:00Z")),
                Optional.empty(),
                List.of("a batch is held"))),
        List.of(
            new PipelineState(
                new Standing(pipeline, true, false, Optional.of(run), ""),
                Optional.of(Instant.parse("2026-11-24T05:00:00Z")))),
        List.of(incident));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return get(server.port(), path);
  }

  private static HttpResponse<String> get(int port, String path)
      throws IOException, InterruptedException {
    return HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .build()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            BodyHandlers.ofString());
  }

  /** A clock that a test moves. */
  private static final class Moved extends Clock {

    private volatile Instant now = NINE;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
