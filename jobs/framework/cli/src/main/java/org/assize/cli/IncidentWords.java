package org.assize.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assize.cli.text.Json;
import org.assize.contract.SupportChannel;
import org.assize.core.DataInterval;
import org.assize.core.incident.Incident;
import org.assize.core.incident.Notice;
import org.assize.core.incident.NoticeText;
import org.assize.core.incident.Teller;

/** Incidents in lines, and as members of documents. */
final class IncidentWords {

  private IncidentWords() {}

  /** What is wrong, since when, why, who depends on it and what to do next. */
  static List<String> lines(Incident incident, String environment) {
    NoticeText text = NoticeText.of(incident, environment, Optional.empty());
    List<String> lines = new ArrayList<>(List.of(text.title()));
    text.facts().forEach((name, fact) -> lines.add("  " + name + ": " + fact));
    return lines;
  }

  static String line(Notice notice) {
    String what = NoticeText.word(notice.incident().kind()) + ": " + notice.incident().subject();
    String turn =
        switch (notice.phase()) {
          case OPENED -> "";
          case ESCALATED -> "still undecided, ";
          case CLOSED -> "over, ";
        };
    return "told " + notice.channel().channel() + ": " + turn + what;
  }

  static String fault(String channel, String reason) {
    return "Channel `" + channel + "` was not told: " + reason + " It is tried again.";
  }

  static Json json(Incident incident) {
    return Json.object()
        .put("id", incident.id())
        .put("kind", incident.kind().name().toLowerCase(Locale.ROOT))
        .put("subject", incident.subject())
        .put("domain", incident.domain())
        .put("since", incident.since())
        .put("intervalStart", incident.interval().map(DataInterval::start))
        .put("intervalEnd", incident.interval().map(DataInterval::end))
        .put("cause", incident.cause())
        .put("dependants", incident.dependants())
        .put("owner", incident.owner())
        .put("next", incident.next())
        .put("escalatesAt", incident.escalatesAt())
        .put("channels", incident.channels().stream().map(SupportChannel::channel).toList());
  }

  static Json json(Notice notice) {
    return Json.object()
        .put("id", notice.incident().id())
        .put("turn", notice.phase().name().toLowerCase(Locale.ROOT))
        .put("channel", notice.channel().channel());
  }

  static Json faults(Teller.Told told) {
    var faults = Json.object();
    told.faults().forEach(faults::put);
    return faults;
  }
}
