package org.assize.core.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.SupportChannel;
import org.assize.core.incident.Notice.Phase;

/** Compares what is open with what was told. */
final class Untold {

  /** What a channel was told last of an incident. */
  private record Key(String incident, String channel, String tool) {

    static Key of(Incident incident, SupportChannel channel) {
      return new Key(incident.id(), channel.channel(), channel.tool());
    }
  }

  private Untold() {}

  /**
   * What is to be told now: each opening, escalation and closing to each channel that has not heard
   * of it. Of an incident that came and went while a channel was down, that channel hears nothing.
   */
  static List<Notice> of(List<Incident> open, List<Notice> told, Instant now) {
    Map<Key, Notice> last = new LinkedHashMap<>();
    told.forEach(notice -> last.put(Key.of(notice.incident(), notice.channel()), notice));
    List<Notice> untold = new ArrayList<>();
    for (Incident incident : open) {
      Phase phase = incident.isEscalated(now) ? Phase.ESCALATED : Phase.OPENED;
      for (SupportChannel channel : incident.channels()) {
        Phase before =
            Optional.ofNullable(last.get(Key.of(incident, channel)))
                .map(Notice::phase)
                .orElse(Phase.CLOSED);
        if (before == Phase.CLOSED || (before == Phase.OPENED && phase == Phase.ESCALATED)) {
          untold.add(new Notice(incident, phase, channel, now));
        }
      }
    }
    List<String> ids = open.stream().map(Incident::id).toList();
    for (Notice notice : last.values()) {
      if (notice.phase() != Phase.CLOSED && !ids.contains(notice.incident().id())) {
        untold.add(new Notice(notice.incident(), Phase.CLOSED, notice.channel(), now));
      }
    }
    return untold;
  }
}
