package org.assize.contract;

import java.util.List;
import org.assize.contract.problem.Place;

/**
 * A foreign key.
 *
 * @param from columns of the table, one or several
 * @param domain domain of the parent
 * @param table parent table
 * @param to the parent's columns, in the order of {@code from}
 */
public record Relationship(
    List<String> from, String domain, String table, List<String> to, Place place) {

  public Relationship {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }
}
