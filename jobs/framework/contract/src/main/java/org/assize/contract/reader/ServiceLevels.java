package org.assize.contract.reader;

import java.util.Optional;
import org.assize.contract.yaml.Mapping;

/** Entries of {@code slaProperties}. */
final class ServiceLevels {

  private ServiceLevels() {}

  /** The first entry of that name, long or short. */
  static Optional<Mapping> of(Mapping contract, String name, String shortName) {
    return contract.mappings("slaProperties").stream()
        .filter(
            level ->
                level
                    .text("property")
                    .filter(word -> word.equals(name) || word.equals(shortName))
                    .isPresent())
        .findFirst();
  }
}
