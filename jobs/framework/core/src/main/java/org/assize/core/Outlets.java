package org.assize.core;

import java.util.List;
import java.util.Optional;
import org.assize.contract.SupportChannel;

/**
 * Where an environment tells what goes on.
 *
 * @param mail the server for e-mails
 * @param platform who hears of what belongs to no table, and of what waited too long
 * @param link page of a table, with {@code {domain}} and {@code {table}} in it
 * @param lineage who hears of what went into which table; empty where nobody does
 */
public record Outlets(
    Optional<MailSettings> mail,
    List<SupportChannel> platform,
    Optional<String> link,
    Optional<LineageSettings> lineage) {

  /** Nowhere but to the channels of contracts. */
  public static final Outlets NONE =
      new Outlets(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  public Outlets {
    platform = List.copyOf(platform);
  }

  /** The same, with the events of runs sent somewhere. */
  Outlets sending(Optional<LineageSettings> events) {
    return new Outlets(mail, platform, link, events);
  }
}
