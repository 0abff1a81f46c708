package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table whose readers are to move to its next version. The fixed day is 23 November 2026. */
class DeprecationTest {

  private static final String OLD = "schemas/example/hearings_by_court.odcs.yaml";
  private static final String NEXT = "schemas/example/hearings_by_court_v2.odcs.yaml";
  private static final String READER = "schemas/example/busiest.odcs.yaml";

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void a_table_with_a_next_version_and_a_reader() throws IOException {
    Starter.EXAMPLE.write(folder);
    String old = Files.readString(folder.resolve(OLD));
    write(
        NEXT,
        old.replace("hearings_by_court", "hearings_by_court_v2")
            .replace("version: 1.0.0", "version: 2.0.0"));
    write(
        "jobs/example/hearings_by_court_v2.sql",
        Files.readString(folder.resolve("jobs/example/hearings_by_court.sql")));
    write(READER, old.replace("hearings_by_court", "busiest"));
    write("jobs/example/busiest.sql", "SELECT * FROM example_published.hearings_by_court");
  }

  @Test
  void its_readers_are_warned_until_its_last_day_and_refused_after_it() throws IOException {
    end("deprecated", "2026-11-23");
    Typed before = type("check");
    end("deprecated", "2026-11-22");
    Typed after = type("check");

    assertThat(before.exitCode()).as(before.toString()).isZero();
    assertThat(before.err())
        .contains(
            "NO_LONGER_SUPPORTED: example_published.busiest reads"
                + " example_published.hearings_by_court, which is deprecated and supported until"
                + " 2026-11-23. Read example_published.hearings_by_court_v2 instead.");
    assertThat(after.exitCode()).isEqualTo(2);
    assertThat(after.err())
        .contains("busiest.odcs.yaml")
        .contains("was supported until 2026-11-22.");
  }

  @Test
  void a_retired_table_is_not_run_and_nobody_may_read_it() throws IOException {
    end("retired", "2026-11-22");
    Typed read = type("check");
    Files.delete(folder.resolve(READER));
    Typed unread = type("check", "--json");

    assertThat(read.exitCode()).isEqualTo(2);
    assertThat(read.err())
        .contains("`example_published.hearings_by_court` is retired: nothing writes it any more.");
    assertThat(unread.exitCode()).as(unread.toString()).isZero();
    assertThat(unread.out())
        .contains("\"example_published.hearings_by_court_v2\"")
        .doesNotContain("\"example_published.hearings_by_court\"");
  }

  @Test
  void a_deprecated_table_needs_a_day_and_a_next_version_its_number() throws IOException {
    write(
        OLD, Files.readString(folder.resolve(OLD)).replace("status: active", "status: deprecated"));
    write(NEXT, Files.readString(folder.resolve(NEXT)).replace("version: 2.0.0", "version: 3.0.0"));

    Typed typed = type("check");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err())
        .contains("MISSING_KEY: A deprecated table says until when it can be relied on.")
        .contains("`version: 3.0.0` is not version 2. The table is called `hearings_by_court_v2`.");
  }

  private void end(String status, String day) throws IOException {
    String text = Files.readString(folder.resolve(OLD));
    write(
        OLD,
        text.replaceFirst("status: .*", "status: " + status)
            .replaceFirst("(?s)slaProperties: .*?\nschema:", "schema:")
            .replaceFirst(
                "schema:",
                "slaProperties: [{property: endOfSupport, value: " + day + "}]\nschema:"));
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
  }

  private Typed type(String... words) {
    return Typed.in(folder, house, words);
  }
}
