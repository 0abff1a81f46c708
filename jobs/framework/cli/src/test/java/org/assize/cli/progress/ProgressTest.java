package org.assize.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
import org.assize.core.Counts;
import org.assize.core.RunListener;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final DatasetName POSITION =
      new DatasetName("electronic_monitoring", Layer.CURATED, "position");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream to = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final Moving clock = new Moving();

  @Test
  void a_quick_run_prints_no_lines() {
    try (var progress = new PlainLines(1, clock, to)) {
      progress.listener().ended(outcome());
    }

    assertThat(printed()).isEmpty();
  }

  @Test
  void a_longer_run_prints_a_line_for_each_table_that_ends() {
    try (var progress = new PlainLines(1, clock, to)) {
      clock.advance(Duration.ofSeconds(3));
      progress.listener().ended(outcome());
    }

    assertThat(printed())
        .isEqualTo("electronic_monitoring/position: committed, 4,812 rows, 3.0 s\n");
  }

  @Test
  void a_block_shows_tables_done_and_tables_at_work() {
    var progress = new DrawnBlock(3, clock, to);
    RunListener listener = progress.listener();
    progress.draw();
    listener.started(POSITION);
    clock.advance(Duration.ofSeconds(5));
    listener.step(POSITION, "writing");
    progress.draw();
    listener.ended(outcome());
    progress.draw();
    progress.close();
    progress.draw();

    assertThat(printed())
        .isEqualTo(
            "0 of 3 tables, 0.0 s\n  starting the engine\n"
                + "\u001b[2A\r\u001b[J0 of 3 tables, 5.0 s\n"
                + "  electronic_monitoring/position  writing  5.0 s\n"
                + "\u001b[2A\r\u001b[J1 of 3 tables, 4,812 rows, 5.0 s\n"
                + "\u001b[1A\r\u001b[J");
  }

  @Test
  void a_block_never_breaks_a_line_nor_fills_the_screen() {
    var progress = new DrawnBlock(30, clock, to);
    for (int i = 0; i < 20; i++) {
      progress.listener().started(new DatasetName("d".repeat(90), Layer.CURATED, "t" + i));
    }
    progress.draw();

    assertThat(printed().lines()).hasSize(8).allMatch(line -> line.length() <= 79);
    progress.close();
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static TableOutcome outcome() {
    return new TableOutcome(
        POSITION,
        Status.COMMITTED,
        Optional.empty(),
        Optional.empty(),
        Map.of(Counts.ROWS, 4812L),
        Map.of(),
        List.of(),
        "",
        Duration.ofSeconds(3));
  }

  private static final class Moving extends Clock {

    private Instant now = Instant.parse("2026-11-23T09:00:00Z");

    void advance(Duration span) {
      now = now.plus(span);
    }

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
