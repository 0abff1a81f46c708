package org.assize.core.schedule;

import java.util.List;
import java.util.Set;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;

/**
 * What one process of a pipeline runs: sources with the tables that they feed, or one derived
 * table, or the tables of a group.
 *
 * @param id unique in the pipeline: the name of its first table
 * @param tables those with a contract, inputs first; raw tables come along by themselves
 * @param after ids of the tasks of the pipeline that must be done before it
 * @param isByInterval whether a table is among them that is computed interval by interval
 */
public record Task(String id, List<DatasetName> tables, Set<String> after, boolean isByInterval) {

  public Task {
    tables = List.copyOf(tables);
    after = Set.copyOf(after);
  }

  /** The published tables among its own: others wait for these. */
  public List<DatasetName> published() {
    return tables.stream().filter(table -> table.layer() == Layer.PUBLISHED).toList();
  }
}
