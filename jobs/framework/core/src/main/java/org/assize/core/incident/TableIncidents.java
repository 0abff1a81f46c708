package org.assize.core.incident;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assize.contract.DatasetName;
import org.assize.contract.Exemption;
import org.assize.contract.London;
import org.assize.contract.RuleTerms;
import org.assize.contract.problem.Problem;
import org.assize.core.Counts;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.TableOutcome;
import org.assize.core.incident.Incident.Kind;
import org.assize.core.schedule.Occurrences;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun.State;
import org.assize.core.standing.TableStanding;
import org.assize.core.standing.TableStanding.Ended;

/** What is wrong with one table. What is wrong with a raw table is told to those who read it. */
final class TableIncidents {

  /** Where a contract says nothing. */
  private static final BigDecimal USUAL_ERROR_RATE = BigDecimal.valueOf(5);

  private static final Duration USUAL_REPAIR = Duration.ofDays(1);
  private static final int DAYS_BEFORE_END = 7;

  private final Situation situation;
  private final Definition definition;
  private final DatasetName table;
  private final Terms terms;

  TableIncidents(Situation situation, Definition definition) {
    this.situation = situation;
    this.definition = definition;
    this.table = definition.table();
    this.terms = Terms.of(situation, definition);
  }

  List<Incident> all() {
    List<Incident> open = new ArrayList<>();
    TableStanding standing = situation.tables().get(table);
    if (standing != null) {
      standing.held().forEach(hold -> open.add(held(hold)));
      standing.last().filter(last -> !isTriedAgain()).ifPresent(last -> ended(last, open));
      refused(standing).ifPresent(open::add);
    }
    if (definition instanceof Definition.Contracted contracted) {
      Stream.concat(
              contracted.rules().rowRules().stream().map(r -> exemption(r.id(), r.terms())),
              contracted.rules().datasetRules().stream().map(r -> exemption(r.id(), r.terms())))
          .forEach(found -> found.ifPresent(open::add));
    }
    return open;
  }

  private Incident held(TableStanding.Hold hold) {
    Duration patience = terms.service().repair().orElse(USUAL_REPAIR);
    return incident(
        Kind.HELD,
        "held " + table + " " + hold.batchId(),
        hold.since(),
        Optional.of(hold.begunAt()),
        "A batch is "
            + (hold.why().isEmpty() ? "held" : hold.why())
            + "; the table stays as it was.",
        "assize quality candidate " + hold.batchId(),
        Optional.of(hold.since().plus(patience)));
  }

  private void ended(Ended last, List<Incident> open) {
    TableOutcome outcome = last.outcome();
    if (outcome.status() == TableOutcome.Status.FAILED) {
      open.add(
          incident(
              Kind.FAILED,
              "failed " + table,
              last.endedAt(),
              Optional.of(last.startedAt()),
              cause(outcome),
              "assize run show " + last.runId(),
              Optional.empty()));
    } else if (outcome.status() == TableOutcome.Status.NOT_READY) {
      open.add(
          incident(
              Kind.NOT_READY,
              "not ready " + table,
              last.endedAt(),
              Optional.of(last.startedAt()),
              outcome.note().isEmpty() ? "An input has not come." : outcome.note(),
              "assize plan " + table.selector(),
              Optional.empty()));
    }
  }

  private static String cause(TableOutcome outcome) {
    return outcome.problems().stream()
        .findFirst()
        .map(TableIncidents::spoken)
        .orElse(outcome.note());
  }

  private static String spoken(Problem problem) {
    return problem.code() + ": " + problem.problem();
  }

  /** A run that is tried again by itself is nobody's concern yet. */
  private boolean isTriedAgain() {
    return situation.pipelines(table).stream()
        .flatMap(pipeline -> situation.newest(pipeline).stream())
        .anyMatch(
            run -> run.state() == State.AGAIN || (run.state() == State.BEGUN && run.attempt() > 1));
  }

  private Optional<Incident> refused(TableStanding standing) {
    BigDecimal limit = terms.service().errorRate().orElse(USUAL_ERROR_RATE);
    if (standing.refused() == 0) {
      return Optional.empty();
    }
    return standing
        .counted()
        .filter(counted -> isAbove(counted, limit))
        .map(c -> refused(c, limit));
  }

  private static boolean isAbove(Ended counted, BigDecimal limit) {
    BigDecimal rows = BigDecimal.valueOf(count(counted, Counts.ROWS));
    BigDecimal refused = BigDecimal.valueOf(count(counted, Counts.QUARANTINED));
    return refused.movePointRight(2).compareTo(limit.multiply(rows)) > 0;
  }

  private static long count(Ended counted, String key) {
    return counted.outcome().counts().getOrDefault(key, 0L);
  }

  private Incident refused(Ended counted, BigDecimal limit) {
    return incident(
        Kind.REFUSED,
        "refused " + table,
        counted.endedAt(),
        Optional.of(counted.startedAt()),
        count(counted, Counts.QUARANTINED)
            + " of "
            + count(counted, Counts.ROWS)
            + " rows were refused, more than "
            + limit.toPlainString()
            + " in a hundred; rules: "
            + Spoken.list(List.copyOf(counted.outcome().broken().keySet()))
            + ".",
        "assize quarantine list " + table.selector(),
        Optional.empty());
  }

  private Optional<Incident> exemption(String rule, RuleTerms ruleTerms) {
    return ruleTerms
        .exemption()
        .filter(
            exempt ->
                !exempt.until().isAfter(London.dayOf(situation.now()).plusDays(DAYS_BEFORE_END)))
        .map(exempt -> exemption(rule, exempt));
  }

  private Incident exemption(String rule, Exemption exempt) {
    boolean isOver = !exempt.lasts(situation.now());
    return incident(
        Kind.EXEMPTION,
        "exemption " + table + " " + rule + " " + exempt.until(),
        exempt.until().minusDays(DAYS_BEFORE_END).atStartOfDay(London.ZONE).toInstant(),
        Optional.empty(),
        "The exemption of rule `"
            + rule
            + "` "
            + (isOver ? "ended on " : "ends after ")
            + exempt.until()
            + "; the rule acts again then. Approved by "
            + exempt.approver()
            + ".",
        "assize quality history " + table.selector(),
        Optional.empty());
  }

  private Incident incident(
      Kind kind,
      String id,
      Instant since,
      Optional<Instant> begunAt,
      String cause,
      String next,
      Optional<Instant> escalatesAt) {
    return new Incident(
        id,
        kind,
        table.selector(),
        table.domain(),
        since,
        begunAt.flatMap(this::interval),
        cause,
        new Dependants(situation.definitions()).of(List.of(table)),
        terms.owner(),
        next,
        escalatesAt,
        terms.channels());
  }

  /** The interval that a run was for which began then. */
  private Optional<DataInterval> interval(Instant begunAt) {
    return situation.pipelines(table).stream()
        .flatMap((Pipeline pipeline) -> pipeline.schedule().stream())
        .map(Occurrences::of)
        .map(o -> o.around(o.last(begunAt).minusMillis(1)))
        .findFirst();
  }
}
