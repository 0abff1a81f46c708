package org.assize.core.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assize.contract.SupportChannel;
import org.assize.core.Definition;
import org.assize.core.incident.Incident.Kind;

/** Judges which incidents are open. */
public final class Incidents {

  /** Without a sign of life for so long a scheduler counts as dead. */
  public static final Duration SILENCE = Duration.ofMinutes(5);

  private final Situation situation;
  private final List<SupportChannel> platform;

  private Incidents(Situation situation, List<SupportChannel> platform) {
    this.situation = situation;
    this.platform = platform;
  }

  /**
   * The open ones, gravest first, then by subject.
   *
   * @param platform who hears of what belongs to no table, and of what waited too long
   */
  public static List<Incident> in(Situation situation, List<SupportChannel> platform) {
    return new Incidents(situation, platform).all();
  }

  private List<Incident> all() {
    List<Incident> open = new ArrayList<>(silent().stream().toList());
    open.addAll(new Lateness(situation).ofPipelines());
    for (Definition definition : situation.definitions()) {
      open.addAll(new TableIncidents(situation, definition).all());
      if (definition instanceof Definition.SourceFed table) {
        open.addAll(new Deliveries(situation).of(table).stream().toList());
      }
    }
    return open.stream()
        .map(this::withPlatform)
        .sorted(Comparator.comparing(Incident::kind).thenComparing(Incident::id))
        .toList();
  }

  private Incident withPlatform(Incident incident) {
    if (!incident.isEscalated(situation.now())) {
      return incident;
    }
    List<SupportChannel> all = new ArrayList<>(incident.channels());
    platform.stream().filter(channel -> !all.contains(channel)).forEach(all::add);
    return incident.toldTo(all);
  }

  private Optional<Incident> silent() {
    Optional<Instant> last =
        situation.heartbeat().filter(at -> at.plus(SILENCE).isBefore(situation.now()));
    return last.map(
        at ->
            new Incident(
                "silent scheduler",
                Kind.SILENT,
                "scheduler",
                "",
                at,
                Optional.empty(),
                "The scheduler gave no sign of life for "
                    + Spoken.length(Duration.between(at, situation.now()))
                    + "; nothing begins by its schedule.",
                List.of(),
                "",
                "assize scheduler",
                Optional.empty(),
                platform));
  }
}
