package org.assize.lineage;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The run that a run of ours is a part of, by OpenLineage's environment variables: {@code
 * namespace/job/run id}.
 */
record ParentRun(String namespace, String job, UUID runId) {

  static final String PARENT = "OPENLINEAGE_PARENT_ID";
  static final String ROOT = "OPENLINEAGE_ROOT_PARENT_ID";

  /** What a variable says; empty where it is not set, or not as it should be. */
  static Optional<ParentRun> of(Map<String, String> variables, String name) {
    String text = variables.getOrDefault(name, "");
    int last = text.lastIndexOf('/');
    int middle = text.lastIndexOf('/', last - 1);
    if (middle < 1 || last - middle < 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ParentRun(
              text.substring(0, middle),
              text.substring(middle + 1, last),
              UUID.fromString(text.substring(last + 1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
