package org.assize.core.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assize.contract.SupportChannel;
import org.assize.core.DataInterval;

/**
 * Something that is wrong now and that somebody must know of.
 *
 * @param id the same as long as it lasts, over restarts too
 * @param subject what it is about: a table as {@code domain/table}, a pipeline or the scheduler
 * @param domain empty where it belongs to none
 * @param since when it began
 * @param interval the interval of the schedule that it is about
 * @param cause one sentence or two; never a value of a row
 * @param dependants tables that read what it is about, by name
 * @param owner team that answers; may be empty
 * @param next the command to begin with
 * @param escalatesAt when it is told once more, and higher up; empty if it is not
 * @param channels who is told
 */
public record Incident(
    String id,
    Kind kind,
    String subject,
    String domain,
    Instant since,
    Optional<DataInterval> interval,
    String cause,
    List<String> dependants,
    String owner,
    String next,
    Optional<Instant> escalatesAt,
    List<SupportChannel> channels) {

  /** Kinds, gravest first. */
  public enum Kind {
    /** The scheduler gives no sign of life. */
    SILENT,
    /** A table could not be built. */
    FAILED,
    /** The gate holds a batch; somebody decides. */
    HELD,
    /** A run that was due, or a delivery that was expected, did not come. */
    LATE,
    /** An input that the contract wants is missing. */
    NOT_READY,
    /** More rows were refused than the contract takes for usual. */
    REFUSED,
    /** An exemption of a rule ends. */
    EXEMPTION
  }

  public Incident {
    dependants = List.copyOf(dependants);
    channels = List.copyOf(channels);
  }

  /** Whether it waited too long for a decision. */
  public boolean isEscalated(Instant now) {
    return escalatesAt.filter(at -> !at.isAfter(now)).isPresent();
  }

  /** The same, told to others too. */
  Incident toldTo(List<SupportChannel> all) {
    return new Incident(
        id,
        kind,
        subject,
        domain,
        since,
        interval,
        cause,
        dependants,
        owner,
        next,
        escalatesAt,
        all);
  }
}
