package org.assize.cli.progress;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.assize.cli.text.Frame;
import org.assize.cli.text.TerminalSize;
import org.assize.core.RunListener;

/** A block of lines at the foot of a terminal, drawn again while the run lasts. */
public final class DrawnBlock implements Progress {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long PERIOD_MILLIS = 200;
  private static final int MOST_LINES = 8;
  private static final String CLEAR_BELOW = "\r\u001b[J";

  private final PrintStream terminal;
  private final int columns;
  private final Tally tally;
  private final ScheduledExecutorService painter;
  private int drawn;
  private boolean closed;

  /** A block about a run over so many tables that begins now. */
  public DrawnBlock(int tables, Clock clock, PrintStream terminal) {
    this.tally = new Tally(tables, clock);
    this.terminal = terminal;
    this.columns = TerminalSize.now().columns();
    this.painter =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "progress");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        painter.scheduleWithFixedDelay(
            this::draw, PATIENCE.toMillis(), PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public RunListener listener() {
    return tally;
  }

  /** Draws the block over the one before. */
  synchronized void draw() {
    if (closed) {
      return;
    }
    List<String> lines = tally.lines();
    var text = new StringBuilder(erasure());
    drawn = Math.min(lines.size(), MOST_LINES);
    lines.stream().limit(drawn).forEach(line -> text.append(cut(line)).append('\n'));
    terminal.print(text);
    terminal.flush();
  }

  private String erasure() {
    return drawn == 0 ? "" : "\u001b[" + drawn + "A" + CLEAR_BELOW;
  }

  /** A line that the terminal would break could not be erased again. */
  private String cut(String line) {
    return Frame.cut(line, columns);
  }

  @Override
  public void close() {
    painter.shutdownNow();
    synchronized (this) {
      closed = true;
      terminal.print(erasure());
      terminal.flush();
    }
  }
}
