package org.assize.core.incident;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assize.core.incident.Notice.Phase;

/**
 * An incident in words, for any channel.
 *
 * @param title one line
 * @param facts what is worth knowing, by name, in order
 * @param link where more is to be seen
 */
public record NoticeText(String title, Map<String, String> facts, Optional<String> link) {

  public NoticeText {
    facts = new LinkedHashMap<>(facts);
  }

  /**
   * The words for an incident that is open.
   *
   * @param environment named in the title, unless it is {@code default}
   */
  public static NoticeText of(Incident incident, String environment, Optional<String> link) {
    boolean isNamed = !environment.equals("default");
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Since", Spoken.time(incident.since()));
    incident.interval().ifPresent(interval -> facts.put("Interval", Spoken.interval(interval)));
    facts.put("Cause", incident.cause());
    if (!incident.dependants().isEmpty()) {
      facts.put("Who depends on it", Spoken.list(incident.dependants()));
    }
    if (!incident.owner().isEmpty()) {
      facts.put("Owner", incident.owner());
    }
    incident.escalatesAt().ifPresent(at -> facts.put("To be decided by", Spoken.time(at)));
    facts.put("Next", incident.next() + (isNamed ? " --env " + environment : ""));
    String title = word(incident.kind()) + ": " + incident.subject();
    return new NoticeText(isNamed ? title + " (" + environment + ")" : title, facts, link);
  }

  /** The same, for a turn of the incident. */
  NoticeText as(Phase phase) {
    return switch (phase) {
      case OPENED -> this;
      case ESCALATED -> new NoticeText("Still undecided. " + title, facts, link);
      case CLOSED -> new NoticeText("Over. " + title, closing(), link);
    };
  }

  private Map<String, String> closing() {
    Map<String, String> kept = new LinkedHashMap<>(facts);
    kept.keySet().retainAll(java.util.Set.of("Since", "Interval", "Cause", "Owner"));
    kept.put("Cause was", kept.remove("Cause"));
    return kept;
  }

  /** The kind in words. */
  public static String word(Incident.Kind kind) {
    return switch (kind) {
      case SILENT -> "No sign of life";
      case FAILED -> "Failed";
      case HELD -> "Held";
      case LATE -> "Late";
      case NOT_READY -> "Not ready";
      case REFUSED -> "Many rows refused";
      case EXEMPTION -> "Exemption ends";
    };
  }
}
