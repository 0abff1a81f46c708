package org.assize.spark.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assize.contract.DatasetName;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.spark.ledger.Json;
import org.assize.spark.ledger.LedgerEvent;
import org.assize.spark.ledger.LedgerEvent.Kind;

/**
 * Brings tables that belong together to their end: every one is judged before any is committed, and
 * one that holds holds all. That all passed is in the ledger before the first commit, so that a
 * later run commits what a killed one left out.
 */
final class GroupExecution {

  /** A group that others write this often in a row is left to them. */
  private static final int TRIES = 5;

  private static final Attempt.Outdated OVERTAKEN = Attempt.Outdated.overtaken();

  private final RunContext context;
  private final UnaryOperator<List<GroupMember>> judging;
  private final Map<DatasetName, TableOutcome> outcomes = new LinkedHashMap<>();

  /**
   * Prepares.
   *
   * @param judging calls {@link GroupMember#judged} on each
   */
  GroupExecution(RunContext context, UnaryOperator<List<GroupMember>> judging) {
    this.context = context;
    this.judging = judging;
  }

  private enum Try {
    COMMITTED,
    STOPPED,
    OUTDATED
  }

  /** How each table ended; their intents are recorded. */
  Map<DatasetName, TableOutcome> run(List<Prepared> prepared) {
    List<GroupMember> members = prepared.stream().map(GroupMember::of).toList();
    for (int tries = 0; tries < TRIES; tries++) {
      boolean mayHaveNews = members.stream().anyMatch(member -> member.prepared().isBegun());
      Try end = once(members);
      if (end == Try.STOPPED || (end == Try.COMMITTED && !mayHaveNews)) {
        return outcomes;
      }
      context.ledger().flush();
      context.ledger().refresh();
      members = members.stream().map(GroupMember::again).toList();
      note(members.stream().flatMap(member -> member.prepared().intents().stream()).toList());
    }
    for (GroupMember member : members) {
      outcomes.putIfAbsent(member.table(), conflict(member));
    }
    return outcomes;
  }

  private Try once(List<GroupMember> begun) {
    boolean isStopped = begun.stream().anyMatch(member -> member.stop().isPresent());
    List<GroupMember> members = isStopped ? begun : judging.apply(begun);
    Optional<GroupMember> stop = members.stream().filter(m -> m.stop().isPresent()).findFirst();
    if (stop.isPresent()) {
      members.forEach(member -> end(member, stopped(member, stop.get())));
      return Try.STOPPED;
    }
    if (members.stream().anyMatch(member -> member.outdated().isPresent())) {
      members.forEach(GroupExecution::abandon);
      members.forEach(GroupMember::release);
      return Try.OUTDATED;
    }
    if (members.stream().anyMatch(GroupMember::isHeld)) {
      hold(members);
      return Try.STOPPED;
    }
    note(members.stream().filter(m -> m.candidate().isPresent()).map(this::passed).toList());
    return commit(members);
  }

  private static TableOutcome stopped(GroupMember member, GroupMember stop) {
    return member
        .stop()
        .orElseGet(
            () ->
                TableOutcome.of(
                    member.table(),
                    Status.SKIPPED,
                    stop.table() + " of its group could not be judged"));
  }

  private void hold(List<GroupMember> members) {
    List<String> together =
        members.stream()
            .filter(member -> member.candidate().isPresent())
            .map(member -> member.batch().id())
            .toList();
    for (GroupMember member : members) {
      end(member, member.held(together).ended());
    }
  }

  /**
   * In the order of every plan, so that of two runs one is first with all of them. What fails here
   * is committed by the next run: the group has passed.
   */
  private Try commit(List<GroupMember> members) {
    boolean isFirst = true;
    for (GroupMember member : members) {
      GroupMember committed = member.committed();
      if (committed.outdated().isEmpty()) {
        isFirst &= member.candidate().isEmpty();
        end(member, committed.ended());
      } else if (isFirst) {
        members.stream()
            .filter(other -> other.candidate().isPresent())
            .forEach(other -> other.execution().abandon(other.batch(), OVERTAKEN));
        members.forEach(GroupMember::release);
        return Try.OUTDATED;
      } else {
        abandon(committed);
        end(member, conflict(member));
      }
    }
    return Try.COMMITTED;
  }

  private static void abandon(GroupMember member) {
    member.outdated().ifPresent(why -> member.execution().abandon(member.batch(), why));
  }

  private static TableOutcome conflict(GroupMember member) {
    return TableRuns.failed(member.table(), member.execution().conflict());
  }

  private void end(GroupMember member, TableOutcome outcome) {
    member.release();
    outcomes.merge(
        member.table(),
        outcome,
        (earlier, later) -> later.status() == Status.UP_TO_DATE ? earlier : later);
  }

  private LedgerEvent passed(GroupMember member) {
    return LedgerEvent.of(
        Kind.PASSED,
        member.table().toString(),
        member.batch().id(),
        context.runId(),
        context.clock().instant(),
        Json.write(Map.of()));
  }

  private void note(List<LedgerEvent> events) {
    context.ledger().note(events);
    context.ledger().flushIntents();
  }
}
