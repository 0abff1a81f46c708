package org.assize.spark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assize.contract.SupportChannel;
import org.assize.core.DataInterval;
import org.assize.core.incident.Incident;
import org.assize.core.incident.Notice;
import org.junit.jupiter.api.Test;

class NoticeDetailTest {

  @Test
  void a_notice_is_read_as_it_was_written() {
    Instant noon = Instant.parse("2026-11-23T12:00:00Z");
    var channel = new SupportChannel("team", "slack", "", "issues");
    var incident =
        new Incident(
            "held a b",
            Incident.Kind.HELD,
            "a/b",
            "a",
            noon,
            Optional.of(new DataInterval(noon.minusSeconds(60), noon)),
            "A batch is held.",
            List.of("a_published.c"),
            "Team",
            "assize status",
            Optional.of(noon.plusSeconds(60)),
            List.of(channel));
    var notice = new Notice(incident, Notice.Phase.ESCALATED, channel, noon);

    assertThat(Json.read(Json.write(notice), Notice.class)).isEqualTo(notice);
  }
}
