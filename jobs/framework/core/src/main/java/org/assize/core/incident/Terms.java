package org.assize.core.incident;

import java.util.List;
import org.assize.contract.ServiceTerms;
import org.assize.contract.SupportChannel;
import org.assize.core.Definition;

/** Who answers for a table, and what its contract promises. */
record Terms(String owner, ServiceTerms service) {

  static Terms of(Situation situation, Definition definition) {
    if (definition instanceof Definition.Contracted table) {
      return new Terms(table.contract().owner(), table.contract().service());
    }
    return situation.definitions().stream()
        .filter(reader -> reader.needs().contains(definition.table()))
        .filter(Definition.Contracted.class::isInstance)
        .findFirst()
        .map(reader -> of(situation, reader))
        .orElse(new Terms("", ServiceTerms.NONE));
  }

  /** Channels that hear of what goes wrong, not those for announcements and talk. */
  List<SupportChannel> channels() {
    return service.support().stream()
        .filter(channel -> List.of("", "issues", "notifications").contains(channel.scope()))
        .toList();
  }
}
