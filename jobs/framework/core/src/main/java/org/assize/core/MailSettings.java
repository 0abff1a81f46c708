package org.assize.core;

import java.util.Optional;

/**
 * The server that takes e-mails.
 *
 * @param user whom it is logged in as; the password stands in no file
 * @param from address of the sender
 */
public record MailSettings(
    String host, int port, Security security, Optional<String> user, String from) {

  /** How what is sent is kept from others. */
  public enum Security {
    /** Encrypted after a greeting; refused where the server cannot. */
    STARTTLS,
    /** Encrypted from the start. */
    TLS,
    /** Not at all; then nobody logs in. */
    NONE
  }
}
