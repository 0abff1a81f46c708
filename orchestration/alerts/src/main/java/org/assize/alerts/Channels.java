package org.assize.alerts;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.SupportChannel;
import org.assize.core.MailSettings;
import org.assize.core.incident.Channel;
import org.assize.core.incident.Channel.Undeliverable;

/**
 * The way to each channel of a contract. The address of a webhook lets anybody write there, so that
 * it is a secret: it stands in an environment variable, never in a contract.
 */
public final class Channels {

  /** What the variable with a webhook's address begins with; the channel's name follows. */
  public static final String WEBHOOK = "ASSIZE_WEBHOOK_";

  /** The variable with the password for the server of e-mails. */
  public static final String MAIL_PASSWORD = "ASSIZE_MAIL_PASSWORD";

  private final Optional<MailSettings> mail;
  private final Map<String, String> variables;

  /** Takes the server for e-mails and the environment variables. */
  public Channels(Optional<MailSettings> mail, Map<String, String> variables) {
    this.mail = mail;
    this.variables = Map.copyOf(variables);
  }

  /** The way to a channel; where there is none, one that says so whenever it is used. */
  public Channel to(SupportChannel channel) {
    try {
      return switch (channel.tool().toLowerCase(Locale.ROOT)) {
        case "slack" -> new Webhook(channel.channel(), webhook(channel), SlackMessage::of);
        case "teams" -> new Webhook(channel.channel(), webhook(channel), TeamsMessage::of);
        case "email" -> mail(channel);
        default -> throw new Undeliverable("It is none of slack, teams and email.");
      };
    } catch (Undeliverable e) {
      return (notice, text) -> {
        throw new Undeliverable(e.reason());
      };
    }
  }

  /** The variable that holds the address of a channel's webhook. */
  public static String variable(String channel) {
    return WEBHOOK + channel.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  private URI webhook(SupportChannel channel) throws Undeliverable {
    String variable = variable(channel.channel());
    String address = variables.getOrDefault(variable, "");
    if (address.isEmpty()) {
      throw new Undeliverable(
          "The environment variable " + variable + " does not hold the address of its webhook.");
    }
    try {
      URI uri = URI.create(address);
      if (uri.getHost() != null && ("https".equals(uri.getScheme()) || isHere(uri))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below: the message of the exception would show the address.
    }
    throw new Undeliverable("The environment variable " + variable + " holds no https address.");
  }

  private static boolean isHere(URI uri) {
    return "http".equals(uri.getScheme())
        && ("localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()));
  }

  private Channel mail(SupportChannel channel) throws Undeliverable {
    String address = channel.url().replaceFirst("^mailto:", "");
    if (!address.matches("[^@\\s,;<>\"]+@[^@\\s,;<>\"]+")) {
      throw new Undeliverable("Its `url` is no mailto: with one address.");
    }
    MailSettings server =
        mail.orElseThrow(
            () -> new Undeliverable("assize.yaml names no server under `alerts: mail:`."));
    return new Mail(server, variables.getOrDefault(MAIL_PASSWORD, ""), address);
  }
}
