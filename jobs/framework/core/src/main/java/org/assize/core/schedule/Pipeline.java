package org.assize.core.schedule;

import java.util.List;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.contract.Runs;
import org.assize.contract.Schedule;

/**
 * Tables of one domain that run together: those of one schedule, or those that run whenever a
 * published table of another domain changed.
 *
 * @param id the same as long as domain and schedule are; letters, digits and {@code _}
 * @param owner team that answers for the domain; may be empty
 * @param schedule empty where other domains' tables start it
 * @param awaited those tables, by name; empty where a schedule starts it
 * @param tasks by id
 */
public record Pipeline(
    String id,
    String domain,
    String owner,
    Runs runs,
    Optional<Schedule> schedule,
    List<DatasetName> awaited,
    List<Task> tasks) {

  public Pipeline {
    awaited = List.copyOf(awaited);
    tasks = List.copyOf(tasks);
  }
}
