package org.assize.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assize.contract.Interval;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.Intervals;
import picocli.CommandLine.Option;

/** The options that restrict a run to a span of time. */
final class SpanOptions {

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = {
        "Only intervals of derived tables from this day or time on, for example",
        "2026-11-22 or 2026-11-22T05:00; days are those of the table's time zone."
      })
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Up to this day or time, itself not included. Default: now.")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--starting",
      description = {
        "Only intervals that start in that span, not all that it overlaps: of spans that",
        "touch, each interval belongs to one."
      })
  private boolean starting;

  boolean isGiven() {
    return from.isPresent() || to.isPresent();
  }

  /** The span for a table; none for one that is cut by deliveries rather than by time. */
  Optional<DataInterval> of(Definition definition, Clock clock) {
    if (!isGiven()) {
      return Optional.empty();
    }
    String first =
        from.orElseThrow(
            () ->
                wrong(
                    "`--to` needs `--from`.",
                    "Say from which day on, for example --from 2026-11-22."));
    ZoneId zone = zone(definition);
    Instant start = instant(first, zone);
    Instant end = to.map(text -> instant(text, zone)).orElseGet(clock::instant);
    if (!start.isBefore(end)) {
      throw wrong("`--from` must be before `--to`.", "`--to` is not included in the span.");
    }
    var span = new DataInterval(start, end);
    return definition instanceof Definition.Derived
        ? Optional.of(starting ? started(definition, span).orElse(span) : span)
        : Optional.empty();
  }

  /** Whether no interval of a table starts in the span although only such are wanted. */
  boolean misses(Definition definition, Clock clock) {
    return starting
        && of(definition, clock).map(span -> started(definition, span).isEmpty()).orElse(false);
  }

  /** From the first interval that starts in a span to the end of the last. */
  private static Optional<DataInterval> started(Definition definition, DataInterval span) {
    if (!(definition instanceof Definition.Derived derived)) {
      return Optional.empty();
    }
    Optional<Interval> cut = derived.contract().load().interval();
    if (cut.isEmpty()) {
      return Optional.of(span);
    }
    List<DataInterval> all =
        new Intervals(cut.get())
            .covering(span).stream().filter(each -> !each.start().isBefore(span.start())).toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new DataInterval(all.get(0).start(), all.get(all.size() - 1).end()));
  }

  private static ZoneId zone(Definition definition) {
    return definition instanceof Definition.Derived derived
        ? derived.contract().load().interval().map(Interval::timezone).orElse(ZoneOffset.UTC)
        : ZoneOffset.UTC;
  }

  private static Instant instant(String text, ZoneId zone) {
    try {
      if (text.matches(".*T.*(Z|[+-][0-9]{2}:[0-9]{2})")) {
        return OffsetDateTime.parse(text).toInstant();
      }
      return text.contains("T")
          ? LocalDateTime.parse(text).atZone(zone).toInstant()
          : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw wrong(
          "`" + text + "` is no day or time.",
          "Write 2026-11-22, 2026-11-22T05:00 or 2026-11-22T05:00:00+00:00.");
    }
  }

  private static PlatformException wrong(String what, String mend) {
    return PlatformException.of(ErrorCode.USAGE, what, "", mend);
  }
}
