package org.assize.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.SupportChannel;
import org.assize.core.DataInterval;
import org.assize.core.MailSettings;
import org.assize.core.MailSettings.Security;
import org.assize.core.incident.Channel.Undeliverable;
import org.assize.core.incident.Incident;
import org.assize.core.incident.Notice;
import org.assize.core.incident.NoticeText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real servers on this machine stand for Slack, Teams and a post office. */
class ChannelsTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final List<String> posted = new ArrayList<>();
  private HttpServer server;
  private GreenMail post;
  private int status = 200;
  private int port;

  @BeforeEach
  void servers() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          posted.add(
              exchange.getRequestHeaders().getFirst("Content-Type")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    post = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    post.start();
    port = post.getSmtp().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    post.stop();
  }

  @Test
  void slack_gets_text_and_a_block() throws Exception {
    tell(new SupportChannel("em-data", "slack", "", ""));

    assertThat(posted.get(0)).startsWith("application/json; charset=utf-8 {");
    JsonNode message = json();
    assertThat(message.get("text").asText()).isEqualTo("Held: shop/sale &lt;now&gt;");
    assertThat(message.at("/blocks/0/text/type").asText()).isEqualTo("mrkdwn");
    assertThat(message.at("/blocks/0/text/text").asText())
        .isEqualTo(
            """
            *Held: shop/sale &lt;now&gt;*
            *Since:* Sun 22 Nov 2026 12:00
            *Interval:* Sat 21 Nov 2026 12:00 to Sun 22 Nov 2026 12:00
            *Cause:* A batch is held by n_range.
            *Who depends on it:* shop_published.takings
            *Owner:* Shop team
            *Next:* `assize quality candidate b1`
            <https://portal.example.org/shop/sale|More>\
            """);
  }

  @Test
  void teams_gets_an_adaptive_card() throws Exception {
    tell(new SupportChannel("em-data", "teams", "", ""));

    JsonNode message = json();
    JsonNode attachment = message.get("attachments").get(0);
    assertThat(message.get("type").asText()).isEqualTo("message");
    assertThat(attachment.get("contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    JsonNode card = attachment.get("content");
    assertThat(card.get("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(card.at("/body/0/text").asText()).isEqualTo("Held: shop/sale <now>");
    assertThat(card.at("/body/1/facts/3/value").asText()).isEqualTo("shop\\_published.takings");
    assertThat(card.at("/actions/0/url").asText()).startsWith("https://portal");
  }

  @Test
  void an_email_arrives() throws Exception {
    tell(new SupportChannel("help", "email", "mailto:help@example.org", ""));

    MimeMessage message = post.getReceivedMessages()[0];
    assertThat(message.getSubject()).isEqualTo("Held: shop/sale <now>");
    assertThat(message.getFrom()[0]).hasToString("assize@example.org");
    assertThat(message.getAllRecipients()[0]).hasToString("help@example.org");
    assertThat(GreenMailUtil.getBody(message))
        .contains("Cause: A batch is held by n_range.", "Next: assize quality candidate b1");
  }

  @Test
  void an_e_mail_that_is_told_twice_can_be_known_by_its_id() throws Exception {
    var help = new SupportChannel("help", "email", "mailto:help@example.org", "");
    tell(help);
    tell(help);
    tell(new SupportChannel("desk", "email", "mailto:desk@example.org", ""));

    List<String> ids = new ArrayList<>();
    for (MimeMessage message : post.getReceivedMessages()) {
      ids.add(message.getMessageID());
    }

    assertThat(ids).hasSize(3).allMatch(id -> id.matches("<[0-9a-f-]{36}@example\\.org>"));
    assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
  }

  @Test
  void a_server_that_is_down_or_refuses_is_told_without_its_address() {
    status = 500;
    assertUndeliverable(
        new SupportChannel("em-data", "slack", "", ""), "The webhook of `em-data` answered 500.");
    server.stop(0);
    post.stop();
    assertUndeliverable(
        new SupportChannel("em-data", "teams", "", ""),
        "The webhook of `em-data` cannot be reached: ConnectException.");
    assertUndeliverable(
        new SupportChannel("help", "email", "mailto:help@example.org", ""),
        "The mail server 127.0.0.1 did not take it: ConnectException.");
  }

  @Test
  void a_channel_that_cannot_be_reached_at_all_says_what_is_missing() {
    assertUndeliverable(
        new SupportChannel("other team", "slack", "", ""),
        "The environment variable ASSIZE_WEBHOOK_OTHER_TEAM does not hold the address of its"
            + " webhook.");
    assertUndeliverable(
        new SupportChannel("plain", "slack", "", ""),
        "The environment variable ASSIZE_WEBHOOK_PLAIN holds no https address.");
    assertUndeliverable(
        new SupportChannel("desk", "ticket", "", ""), "It is none of slack, teams and email.");
    assertUndeliverable(
        new SupportChannel("help", "email", "a@b.org, c@d.org", ""),
        "Its `url` is no mailto: with one address.");
  }

  @Test
  void a_password_is_never_sent_in_the_clear() {
    var careless =
        new MailSettings("127.0.0.1", port, Security.NONE, Optional.of("ann"), "a@example.org");
    var demanding =
        new MailSettings("127.0.0.1", port, Security.STARTTLS, Optional.of("ann"), "a@b.org");

    assertThatThrownBy(() -> tell(careless))
        .hasMessage("A password is never sent without encryption: set `security`.");
    assertThatThrownBy(() -> tell(demanding))
        .hasMessageStartingWith("The mail server 127.0.0.1 did not take it: ")
        .hasMessageNotContaining("secret");
    assertThat(post.getReceivedMessages()).isEmpty();
  }

  private void assertUndeliverable(SupportChannel channel, String reason) {
    assertThatThrownBy(() -> tell(channel)).isInstanceOf(Undeliverable.class).hasMessage(reason);
  }

  private void tell(MailSettings settings) throws Undeliverable {
    new Channels(Optional.of(settings), Map.of(Channels.MAIL_PASSWORD, "secret"))
        .to(new SupportChannel("help", "email", "help@example.org", ""))
        .tell(notice(), text());
  }

  private void tell(SupportChannel channel) throws Undeliverable {
    var settings =
        new MailSettings("127.0.0.1", port, Security.NONE, Optional.empty(), "assize@example.org");
    Map<String, String> variables =
        Map.of(
            "ASSIZE_WEBHOOK_EM_DATA",
            "http://localhost:" + server.getAddress().getPort() + "/hooks/secret",
            "ASSIZE_WEBHOOK_PLAIN",
            "http://example.org/secret");
    new Channels(Optional.of(settings), variables).to(channel).tell(notice(), text());
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(posted.get(0).substring(posted.get(0).indexOf('{')));
  }

  private static Notice notice() {
    return new Notice(incident(), Notice.Phase.OPENED, new SupportChannel("c", "", "", ""), NOON);
  }

  private static NoticeText text() {
    return NoticeText.of(
        incident(), "default", Optional.of("https://portal.example.org/shop/sale"));
  }

  private static Incident incident() {
    return new Incident(
        "held sale",
        Incident.Kind.HELD,
        "shop/sale <now>",
        "shop",
        NOON,
        Optional.of(new DataInterval(NOON.minusSeconds(86400), NOON)),
        "A batch is held by n_range.",
        List.of("shop_published.takings"),
        "Shop team",
        "assize quality candidate b1",
        Optional.empty(),
        List.of());
  }
}
