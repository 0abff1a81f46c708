package org.assize.core.incident;

import java.time.Instant;
import org.assize.contract.SupportChannel;

/** That somebody was, or is to be, told of an incident. */
public record Notice(Incident incident, Phase phase, SupportChannel channel, Instant at) {

  /** Which turn of the incident is told. */
  public enum Phase {
    OPENED,
    /** It has waited too long for a decision. */
    ESCALATED,
    CLOSED
  }
}
