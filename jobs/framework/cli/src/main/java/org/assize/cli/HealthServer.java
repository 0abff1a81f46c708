package org.assize.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assize.cli.text.Json;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.schedule.Heartbeat;

/** Answers {@code /health} and {@code /metrics} beside a scheduler. Read only; no login. */
final class HealthServer implements AutoCloseable {

  /** How everything stood at the newest look. */
  record Looked(StatusView view, Instant at) {}

  private final Clock clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private volatile Instant tick;
  private volatile Optional<Looked> looked = Optional.empty();

  private HealthServer(Clock clock, HttpServer server) {
    this.clock = clock;
    this.server = server;
    this.tick = clock.instant();
    server.setExecutor(threads);
    server.createContext("/health", this::health);
    server.createContext("/metrics", this::metrics);
    server.start();
  }

  /** Starts one; port 0 takes any that is free. */
  static HealthServer start(String host, int port, Clock clock) {
    try {
      return new HealthServer(clock, HttpServer.create(new InetSocketAddress(host, port), 0));
    } catch (IOException | IllegalArgumentException e) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "Nothing can listen on port " + port + " of " + host + ".",
          "The system says: " + e.getClass().getSimpleName() + ".",
          "Choose another with --port and --host.");
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The scheduler ticked now. */
  void ticked() {
    tick = clock.instant();
  }

  /** What the newest look found. */
  void looked(StatusView view) {
    looked = Optional.of(new Looked(view, clock.instant()));
  }

  private void health(HttpExchange exchange) throws IOException {
    boolean isAlive = tick.plus(Heartbeat.FRESH).isAfter(clock.instant());
    Json answer =
        Json.document("assize.health/1")
            .put("status", isAlive ? "ok" : "silent")
            .put("lastTick", tick)
            .put("lastLook", looked.map(Looked::at));
    answer(exchange, isAlive ? 200 : 503, "application/json", answer + "\n");
  }

  private void metrics(HttpExchange exchange) throws IOException {
    Optional<Looked> now = looked;
    if (now.isEmpty()) {
      answer(exchange, 503, "text/plain", "The first look is not over.\n");
      return;
    }
    String page = MetricsPage.of(now.get().view(), tick, now.get().at());
    answer(exchange, 200, MetricsPage.TYPE, page);
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
