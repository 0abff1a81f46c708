package org.assize.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.assize.contract.Interval;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
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
    return definition instanceof Definition.Derived
        ? Optional.of(new DataInterval(start, end))
        : Optional.empty();
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
