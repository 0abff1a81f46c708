package org.assize.core.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assize.contract.SupportChannel;
import org.assize.core.incident.Channel.Undeliverable;

/**
 * Tells people of incidents: each opening, escalation and closing once to each channel, over
 * restarts too. What a channel does not take is tried again at the next look. A process that dies
 * between telling and writing it down tells that one notice twice.
 */
public final class Teller {

  private final NoticeBook book;
  private final Function<SupportChannel, Channel> channels;
  private final Function<Incident, NoticeText> texts;

  /** Takes the way to each channel, and the words for an incident. */
  public Teller(
      NoticeBook book,
      Function<SupportChannel, Channel> channels,
      Function<Incident, NoticeText> texts) {
    this.book = book;
    this.channels = channels;
    this.texts = texts;
  }

  /**
   * What came of one look.
   *
   * @param told in the order in which they were told
   * @param untold what some channel did not take
   * @param faults why not, by name of the channel
   */
  public record Told(List<Notice> told, List<Notice> untold, Map<String, String> faults) {}

  /** Tells whatever was not told. */
  public Told tell(List<Incident> open, Instant now) {
    List<Notice> told = new ArrayList<>();
    List<Notice> untold = new ArrayList<>();
    Map<String, String> faults = new LinkedHashMap<>();
    for (Notice notice : Untold.of(open, book.told(), now)) {
      String name = notice.channel().channel();
      // One failure a look is enough: a channel that is down costs its time-out once.
      if (faults.containsKey(name)) {
        untold.add(notice);
        continue;
      }
      try {
        channels
            .apply(notice.channel())
            .tell(notice, texts.apply(notice.incident()).as(notice.phase()));
        book.write(List.of(notice));
        told.add(notice);
      } catch (Undeliverable e) {
        faults.put(name, e.reason());
        untold.add(notice);
      }
    }
    return new Told(List.copyOf(told), List.copyOf(untold), faults);
  }
}
