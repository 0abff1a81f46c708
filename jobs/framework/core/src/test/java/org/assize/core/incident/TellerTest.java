package org.assize.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assize.contract.SupportChannel;
import org.assize.core.incident.Channel.Undeliverable;
import org.junit.jupiter.api.Test;

class TellerTest {

  private static final SupportChannel TEAM = new SupportChannel("team", "slack", "", "");
  private static final SupportChannel MAIL = new SupportChannel("mail", "email", "", "");
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final List<Notice> kept = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final List<String> down = new ArrayList<>();
  private final NoticeBook book =
      new NoticeBook() {
        @Override
        public List<Notice> told() {
          return List.copyOf(kept);
        }

        @Override
        public void write(List<Notice> notices) {
          kept.addAll(notices);
        }
      };

  @Test
  void each_turn_is_told_once_to_each_channel_also_by_another_process() {
    assertThat(look(NOON, held(TEAM, MAIL)).told()).hasSize(2);
    assertThat(look(NOON.plusSeconds(60), held(TEAM, MAIL)).told()).isEmpty();
    assertThat(look(NOON.plusSeconds(7200), held(TEAM, MAIL)).told()).hasSize(2);
    assertThat(look(NOON.plusSeconds(7300), held(TEAM, MAIL)).told()).isEmpty();
    assertThat(look(NOON.plusSeconds(7400)).told()).hasSize(2);
    assertThat(look(NOON.plusSeconds(7500)).told()).isEmpty();
    assertThat(look(NOON.plusSeconds(7600), held(TEAM)).told()).hasSize(1);

    assertThat(said)
        .containsExactly(
            "team: Held: shop/sale",
            "mail: Held: shop/sale",
            "team: Still undecided. Held: shop/sale",
            "mail: Still undecided. Held: shop/sale",
            "team: Over. Held: shop/sale",
            "mail: Over. Held: shop/sale",
            "team: Still undecided. Held: shop/sale");
  }

  @Test
  void what_a_channel_did_not_take_is_tried_at_the_next_look() {
    down.add("team");

    Teller.Told told = look(NOON, held(TEAM, MAIL), failed());

    assertThat(told.faults()).containsOnlyKeys("team").containsValue("It is down.");
    assertThat(told.untold()).hasSize(2);
    assertThat(said).containsExactly("tried team", "mail: Held: shop/sale");
    down.clear();
    said.clear();
    look(NOON.plusSeconds(60), held(TEAM, MAIL), failed());
    assertThat(said).containsExactly("team: Held: shop/sale", "team: Failed: shop/sale");
  }

  @Test
  void of_what_came_and_went_while_a_channel_was_down_it_hears_nothing() {
    down.add("team");
    look(NOON, failed());
    down.clear();

    assertThat(look(NOON.plusSeconds(60)).told()).isEmpty();
  }

  @Test
  void the_words_name_everything_and_no_more() {
    NoticeText text =
        NoticeText.of(held(TEAM), "prod", Optional.of("https://portal.example.org/shop/sale"));

    assertThat(text.title()).isEqualTo("Held: shop/sale (prod)");
    assertThat(text.facts())
        .hasToString(
            "{Since=Sun 22 Nov 2026 12:00, Cause=A batch is held., Who depends on"
                + " it=shop_published.takings, Owner=Shop team, To be decided by=Sun 22 Nov 2026"
                + " 13:00, Next=assize quality candidate b1 --env prod}");
    assertThat(text.as(Notice.Phase.CLOSED).facts().keySet())
        .containsExactly("Since", "Owner", "Cause was");
  }

  private Teller.Told look(Instant now, Incident... open) {
    return new Teller(
            book, this::channel, incident -> NoticeText.of(incident, "default", Optional.empty()))
        .tell(Arrays.asList(open), now);
  }

  private Channel channel(SupportChannel channel) {
    return (notice, text) -> {
      if (down.contains(channel.channel())) {
        said.add("tried " + channel.channel());
        throw new Undeliverable("It is down.");
      }
      said.add(channel.channel() + ": " + text.title());
    };
  }

  private static Incident held(SupportChannel... channels) {
    return incident(Incident.Kind.HELD, Optional.of(NOON.plusSeconds(3600)), channels);
  }

  private static Incident failed() {
    return incident(Incident.Kind.FAILED, Optional.empty(), TEAM);
  }

  private static Incident incident(
      Incident.Kind kind, Optional<Instant> escalatesAt, SupportChannel... channels) {
    return new Incident(
        kind + " sale",
        kind,
        "shop/sale",
        "shop",
        NOON,
        Optional.empty(),
        "A batch is held.",
        List.of("shop_published.takings"),
        "Shop team",
        "assize quality candidate b1",
        escalatesAt,
        Arrays.asList(channels));
  }
}
