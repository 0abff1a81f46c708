package org.assize.airflow.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which runs to list. Each method answers a narrower query.
 *
 * @param dagId {@code ~} for every DAG
 * @param states all where empty
 * @param from with a logical date from then on; runs without one are then left out
 * @param until with a logical date before then
 * @param most no more than that, the newest; the newest is the one that may begin last
 */
public record RunQuery(
    String dagId,
    List<RunState> states,
    Optional<Instant> from,
    Optional<Instant> until,
    int most) {

  /** Copies the states; refuses those that the server does not know. */
  public RunQuery {
    states = List.copyOf(states);
    if (states.contains(RunState.UNKNOWN) || most < 1) {
      throw new IllegalArgumentException("Not a query: states " + states + ", at most " + most);
    }
  }

  /** Every run of a DAG. */
  public static RunQuery of(String dagId) {
    return new RunQuery(dagId, List.of(), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
  }

  /** Every run of every DAG. */
  public static RunQuery ofAllDags() {
    return of("~");
  }

  /** Only runs in one of these states. */
  public RunQuery in(RunState... wanted) {
    return new RunQuery(dagId, List.of(wanted), from, until, most);
  }

  /** Only runs with a logical date in {@code [start, end)}. */
  public RunQuery between(Instant start, Instant end) {
    return new RunQuery(dagId, states, Optional.of(start), Optional.of(end), most);
  }

  /** Only the newest. */
  public RunQuery newest(int number) {
    return new RunQuery(dagId, states, from, until, number);
  }
}
