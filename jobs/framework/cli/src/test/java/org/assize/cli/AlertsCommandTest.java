package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.schedule.Heartbeat.Beat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts as a person and as cron meet them; it is Monday 23 November 2026, nine in London. */
class AlertsCommandTest {

  private static final String LATE = "Late: example__0_5_x_x_x__Europe_London";

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();
  private final List<String> posted = new ArrayList<>();
  private HttpServer server;
  private int status = 200;

  @BeforeEach
  void a_workspace_whose_team_reads_slack() throws IOException {
    Starter.EXAMPLE.write(folder);
    Files.writeString(
        folder.resolve("schemas/example/_domain.yaml"),
        "owner: Courts\n"
            + "support: [{channel: courts, tool: slack}]\n"
            + "schedule: {cron: '0 5 * * *', timezone: Europe/London}\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
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
  void a_run_that_never_began_is_told_once_and_its_end_once() {
    Typed shown = typed("alerts");
    assertThat(shown.exitCode()).isZero();
    assertThat(shown.out())
        .isEqualTo(
            """
            %s
              Since: Mon 23 Nov 2026 05:00
              Interval: Sun 22 Nov 2026 05:00 to Mon 23 Nov 2026 05:00
              Cause: Due on Mon 23 Nov 2026 05:00 and not done: example/hearing, \
            example/hearings_by_court. No scheduler began it.
              Owner: Courts
              Next: assize run example/hearing example/hearings_by_court
            1 incident open.
            """
                .formatted(LATE));
    assertThat(posted).isEmpty();

    assertThat(typed("alerts", "--send").out()).endsWith("told courts: " + LATE + "\n");
    assertThat(typed("alerts", "--send").out()).doesNotContain("told");
    house.engine.recorded.add(report("2026-11-23T08:00:00Z", Status.COMMITTED));
    assertThat(typed("alerts", "--send").out())
        .isEqualTo("Nothing is open.\ntold courts: over, " + LATE + "\n");
    assertThat(typed("alerts", "--send").out()).isEqualTo("Nothing is open.\n");
    assertThat(posted).hasSize(2);
    assertThat(posted.get(1)).contains("\"text\":\"Over. " + LATE + "\"");
  }

  @Test
  void a_channel_that_is_down_is_said_aloud_and_tried_again() {
    status = 503;

    Typed down = typed("alerts", "--send");

    assertThat(down.exitCode()).isEqualTo(6);
    assertThat(down.err())
        .isEqualTo(
            "Channel `courts` was not told: The webhook of `courts` answered 503. It is tried"
                + " again.\n");
    status = 200;
    assertThat(typed("alerts", "--send").exitCode()).isZero();
    assertThat(posted).hasSize(2);
  }

  @Test
  void the_scheduler_tells_too_and_a_channel_that_is_down_fails_no_run() {
    status = 503;
    house.engine.will(
        new TableOutcome(
            table("hearing"),
            Status.HELD,
            Optional.of("b1"),
            Optional.empty(),
            Map.of(),
            Map.of(),
            List.of(),
            "held by n",
            Duration.ZERO));
    house.engine.states.add(
        new TableState(
            table("hearing"), Optional.of(1L), Optional.empty(), Optional.empty(), List.of("b1")));

    Typed ran = typed("scheduler", "--once");

    assertThat(ran.exitCode()).isEqualTo(4);
    assertThat(ran.err())
        .contains("Channel `courts` was not told: The webhook of `courts` answered");
    status = 200;
    assertThat(typed("scheduler", "--once").err()).contains("told courts: Held: example/hearing");
    assertThat(typed("alerts", "--send").out())
        .contains("Cause: A batch is held by n; the table stays as it was.")
        .doesNotContain("told");
  }

  @Test
  void a_scheduler_that_died_is_told_to_the_platform() throws IOException {
    Files.writeString(
        folder.resolve("assize.yaml"), "alerts: {platform: [{channel: courts, tool: slack}]}\n");
    house.engine.recorded.add(report("2026-11-23T08:00:00Z", Status.COMMITTED));
    house.engine.heartbeat.beat(Beat.of("s1", Instant.parse("2026-11-23T08:50:00Z")));

    assertThat(typed("alerts", "--send").out())
        .contains("The scheduler gave no sign of life for 10 minutes")
        .endsWith("told courts: No sign of life: scheduler\n");
    house.engine.heartbeat.stop();
    assertThat(typed("alerts", "--send").out()).contains("over, No sign of life");
  }

  private static RunReport report(String at, Status status) {
    Instant start = Instant.parse(at);
    return new RunReport(
        "r",
        "default",
        start,
        start.plusSeconds(60),
        List.of(
            TableOutcome.of(table("hearing"), status, ""),
            TableOutcome.of(
                new DatasetName("example", Layer.PUBLISHED, "hearings_by_court"), status, "")));
  }

  private static DatasetName table(String name) {
    return new DatasetName("example", Layer.CURATED, name);
  }

  private Typed typed(String... words) {
    Map<String, String> variables =
        Map.of("ASSIZE_WEBHOOK_COURTS", "http://localhost:" + server.getAddress().getPort() + "/x");
    return Typed.in(folder, house, variables, words);
  }
}
