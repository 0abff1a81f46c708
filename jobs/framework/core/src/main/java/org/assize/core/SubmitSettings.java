package org.assize.core;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How spark-submit starts the command line where Airflow's tasks run, in client mode.
 *
 * @param master what spark-submit takes by {@code --master}
 * @param home folder of the unpacked release, the same on each machine that has a part in it
 * @param conf settings of Spark by key; no secret is among them
 */
public record SubmitSettings(String master, String home, SortedMap<String, String> conf) {

  public SubmitSettings {
    conf = Collections.unmodifiableSortedMap(new TreeMap<>(conf));
  }

  /** Whether tasks of Spark run in the process that spark-submit starts. */
  public boolean isInOneProcess() {
    return master.equals("local") || master.startsWith("local[");
  }
}
