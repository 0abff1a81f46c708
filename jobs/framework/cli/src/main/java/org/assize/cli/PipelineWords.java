package org.assize.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.assize.cli.text.Json;
import org.assize.contract.London;
import org.assize.core.schedule.PipelineRun;

/** Scheduled runs in words, times as in London. */
final class PipelineWords {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK).withZone(London.ZONE);

  private PipelineWords() {}

  static String line(PipelineRun run) {
    String id = run.runId().isEmpty() ? "" : ", run " + run.runId();
    String attempt = run.attempt() == 1 ? "" : ", attempt " + run.attempt();
    String again = run.again().map(at -> " at " + time(at)).orElse("");
    return time(run.at())
        + "  "
        + run.pipeline()
        + "  "
        + of(run.state())
        + again
        + ", due "
        + time(run.due())
        + attempt
        + id;
  }

  static Json json(PipelineRun run) {
    return Json.object()
        .put("pipeline", run.pipeline())
        .put("occasion", run.occasion())
        .put("state", json(run.state()))
        .put("attempt", run.attempt())
        .put("at", run.at())
        .put("again", run.again().map(Instant::toString))
        .put("runId", run.runId());
  }

  static String json(PipelineRun.State state) {
    return of(state).replace(' ', '_');
  }

  static String of(PipelineRun.State state) {
    return switch (state) {
      case WAITING -> "waiting";
      case BEGUN -> "begun";
      case DONE -> "done";
      case HELD -> "held";
      case FAILED -> "failed";
      case AGAIN -> "tried again";
      case PASSED_OVER -> "passed over";
    };
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
