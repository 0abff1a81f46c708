package org.assize.contract;

import java.util.List;

/**
 * One folder below {@code schemas/}: its contracts and the sources they read.
 *
 * @param owner team that answers for the domain; may be empty
 * @param sources every source declared in {@code _domain.yaml} or in a contract, by name
 */
public record Domain(
    String name, String owner, Runs runs, List<Source> sources, List<DataContract> contracts) {

  public Domain {
    sources = List.copyOf(sources);
    contracts = List.copyOf(contracts);
  }
}
