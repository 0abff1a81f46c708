package org.assize.airflow.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** An Airflow that runs, with the DAG files of the test resources. */
final class Running implements AutoCloseable {

  private static final Path DAGS = Path.of("src/test/resources/dags").toAbsolutePath();

  private final AirflowInstall install;
  private final URI address;

  private Running(AirflowInstall install, URI address) {
    this.install = install;
    this.address = address;
  }

  static Running start(AirflowInstall install) {
    String said = install.run("start", DAGS.toString());
    var running = new Running(install, URI.create(said));
    Runtime.getRuntime().addShutdownHook(new Thread(running::close));
    AirflowServer server = running.open();
    until(() -> server.dags().all().size() == 2 && server.importErrors().size() == 1);
    return running;
  }

  URI address() {
    return address;
  }

  AirflowServer open() {
    return AirflowServer.open(login("admin"), Clock.systemUTC());
  }

  AirflowLogin login(String user) {
    return new AirflowLogin(address, user, install.password(user));
  }

  /** The secret that the server signs its tokens with. */
  String secret() {
    try (var lines = Files.lines(install.folder().resolve("server/settings"))) {
      String name = "export AIRFLOW__API_AUTH__JWT_SECRET=";
      return lines
          .filter(l -> l.startsWith(name))
          .findFirst()
          .orElseThrow()
          .substring(name.length());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Ends the api-server; returns when it is gone. */
  void stopApi() {
    install.run("stop", "api-server");
  }

  void startApi() {
    install.run("restart", "api-server");
  }

  static void until(BooleanSupplier condition) {
    for (int i = 0; i < 240; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      Sleeper.real().sleep(Duration.ofMillis(250));
    }
    throw new AssertionError("It did not happen within a minute.");
  }

  @Override
  public void close() {
    install.run("stop");
  }
}
