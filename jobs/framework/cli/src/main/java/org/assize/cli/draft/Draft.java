package org.assize.cli.draft;

import java.util.List;
import java.util.Optional;

/**
 * A contract as first drafted, and what people should know about it.
 *
 * @param yaml text of the contract
 * @param columns number of columns, nested ones not counted
 * @param key column drafted as the key
 * @param dates patterns of dates and times found
 * @param blanks descriptions left to fill in
 * @param files where deliveries are expected below landing; empty for a query
 * @param remarks what the sample showed, one sentence each; no value of a row in any
 */
public record Draft(
    String yaml,
    int columns,
    Optional<String> key,
    List<String> dates,
    int blanks,
    Optional<String> files,
    List<String> remarks) {

  public Draft {
    dates = List.copyOf(dates);
    remarks = List.copyOf(remarks);
  }
}
