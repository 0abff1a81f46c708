package org.assize.lineage;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hands events on in their order, in a thread of its own: who takes them slowly, or not at all,
 * keeps no table waiting. After some failures in a row it stops trying.
 */
final class Outbox implements AutoCloseable {

  private static final int FAILURES_IN_A_ROW = 3;

  private final Recipient recipient;
  private final Duration patience;
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            var daemon = new Thread(work, "assize-lineage");
            daemon.setDaemon(true);
            return daemon;
          });
  private int inARow;
  private volatile @Nullable String fault;

  /** Takes how long the end of a run may wait for what is still under way. */
  Outbox(Recipient recipient, Duration patience) {
    this.recipient = recipient;
    this.patience = patience;
  }

  void send(String event) {
    written.incrementAndGet();
    thread.execute(() -> hand(event));
  }

  private void hand(String event) {
    if (inARow >= FAILURES_IN_A_ROW) {
      return;
    }
    try {
      recipient.take(event);
      taken.incrementAndGet();
      inARow = 0;
    } catch (Undelivered e) {
      inARow++;
      fault = e.getMessage();
    }
  }

  /** Counts an event that could not be made. */
  void lose(String why) {
    written.incrementAndGet();
    fault = why;
  }

  /** How many events reached nobody and why, a sentence; known once it is closed. */
  Optional<String> untold() {
    int lost = written.get() - taken.get();
    String why = fault == null ? "they were not taken in time" : fault;
    return lost == 0
        ? Optional.empty()
        : Optional.of(lost + " of " + written.get() + " events reached nobody: " + why + ".");
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread.shutdownNow();
    }
  }
}
