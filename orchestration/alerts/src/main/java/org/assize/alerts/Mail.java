package org.assize.alerts;

import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.assize.core.MailSettings;
import org.assize.core.MailSettings.Security;
import org.assize.core.incident.Channel;
import org.assize.core.incident.Notice;
import org.assize.core.incident.NoticeText;

/** Sends plain e-mails to one address by SMTP. */
final class Mail implements Channel {

  private static final String PATIENCE_MILLIS = "10000";

  private final MailSettings server;
  private final String password;
  private final String to;

  Mail(MailSettings server, String password, String to) {
    this.server = server;
    this.password = password;
    this.to = to;
  }

  @Override
  public void tell(Notice notice, NoticeText text) throws Undeliverable {
    if (server.user().isPresent() && server.security() == Security.NONE) {
      throw new Undeliverable("A password is never sent without encryption: set `security`.");
    }
    try {
      String id = id(notice, text);
      var message =
          new MimeMessage(session()) {
            @Override
            protected void updateMessageID() throws MessagingException {
              setHeader("Message-ID", id);
            }
          };
      message.setFrom(new InternetAddress(server.from()));
      message.setRecipient(RecipientType.TO, new InternetAddress(to));
      message.setSubject(text.title(), StandardCharsets.UTF_8.name());
      message.setText(body(text), StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(notice.at()));
      message.setHeader("Auto-Submitted", "auto-generated");
      Transport.send(message);
    } catch (MessagingException e) {
      throw new Undeliverable(
          "The mail server " + server.host() + " did not take it: " + kind(e) + ".");
    }
  }

  /** The same whenever the same is told: who gets it a second time can drop it by that. */
  private String id(Notice notice, NoticeText text) {
    String what =
        String.join(
            "\n",
            text.title(),
            notice.incident().id(),
            notice.incident().since().toString(),
            notice.phase().name(),
            to);
    String name = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    return "<" + name + server.from().replaceFirst("^[^@]*", "").replace(">", "") + ">";
  }

  /** The kind of the innermost cause: its words may show what was sent. */
  private static String kind(MessagingException thrown) {
    Exception inner = thrown;
    while (inner instanceof MessagingException nested && nested.getNextException() != null) {
      inner = nested.getNextException();
    }
    return inner.getClass().getSimpleName();
  }

  private Session session() {
    var properties = new Properties();
    properties.put("mail.smtp.host", server.host());
    properties.put("mail.smtp.port", String.valueOf(server.port()));
    for (String step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.put("mail.smtp." + step, PATIENCE_MILLIS);
    }
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    switch (server.security()) {
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case NONE -> {}
    }
    if (server.user().isEmpty()) {
      return Session.getInstance(properties);
    }
    properties.put("mail.smtp.auth", "true");
    var login = new PasswordAuthentication(server.user().get(), password);
    return Session.getInstance(
        properties,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return login;
          }
        });
  }

  private static String body(NoticeText text) {
    var lines = new StringBuilder();
    text.facts().forEach((name, fact) -> lines.append(name).append(": ").append(fact).append("\n"));
    text.link().ifPresent(link -> lines.append("\n").append(link).append("\n"));
    return lines.toString();
  }
}
