package org.assize.core.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assize.contract.Cron;
import org.assize.contract.Schedule;
import org.assize.contract.ServiceTerms;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.incident.Incident.Kind;
import org.assize.core.schedule.Occurrences;
import org.assize.core.standing.TableStanding;

/** Deliveries that contracts expect and that did not come, whatever ran. */
final class Deliveries {

  private final Situation situation;

  Deliveries(Situation situation) {
    this.situation = situation;
  }

  /** A table whose contract expects a delivery that did not come. */
  Optional<Incident> of(Definition.SourceFed table) {
    ServiceTerms terms = table.contract().service();
    TableStanding standing = situation.tables().get(table.table());
    if (standing == null) {
      return Optional.empty();
    }
    Duration allowed = terms.latency().orElse(Lateness.USUAL);
    if (terms.deliveries().isPresent()) {
      return expected(table, terms.deliveries().get(), standing, allowed);
    }
    return terms
        .frequency()
        .flatMap(
            every ->
                standing
                    .deliveredAt()
                    .map(at -> at.plus(every))
                    .filter(at -> at.plus(allowed).isBefore(situation.now())))
        .map(since -> undelivered(table, since, Optional.empty(), standing));
  }

  /** Between one expected delivery and the next, each with its allowance, one must have come. */
  private Optional<Incident> expected(
      Definition.SourceFed table, Cron cron, TableStanding standing, Duration allowed) {
    ZoneId zone = table.contract().schedule().map(Schedule::timezone).orElse(ZoneOffset.UTC);
    var occurrences = new Occurrences(cron, zone);
    Instant due = occurrences.last(situation.now().minus(allowed));
    DataInterval interval = occurrences.around(due.minusMillis(1));
    boolean hasCome =
        standing.deliveredAt().filter(at -> at.isAfter(interval.start().plus(allowed))).isPresent();
    return hasCome
        ? Optional.empty()
        : Optional.of(undelivered(table, due, Optional.of(interval), standing));
  }

  private Incident undelivered(
      Definition.SourceFed table,
      Instant since,
      Optional<DataInterval> interval,
      TableStanding standing) {
    var terms = Terms.of(situation, table);
    return new Incident(
        "undelivered " + table.table(),
        Kind.LATE,
        table.table().selector(),
        table.table().domain(),
        since,
        interval,
        "A delivery was expected by "
            + Spoken.time(since)
            + "; "
            + standing
                .deliveredAt()
                .map(at -> "the last was taken in on " + Spoken.time(at))
                .orElse("none was ever taken in")
            + ".",
        new Dependants(situation.definitions()).of(List.of(table.table())),
        terms.owner(),
        "assize plan " + table.table().selector(),
        Optional.empty(),
        terms.channels());
  }
}
