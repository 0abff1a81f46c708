package org.assize.airflow.client;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An asset was written.
 *
 * @param asset its name; empty where the server no longer knows it
 * @param dagId whose run wrote it; absent where it came from outside
 * @param extra what the writer said of it; values of JSON
 * @param startedRuns runs that it started, as {@code dag/run}
 */
public record AssetEvent(
    int id,
    int assetId,
    String asset,
    Instant at,
    Optional<String> dagId,
    Optional<String> runId,
    Map<String, Object> extra,
    List<String> startedRuns) {

  /** Copies; what is null in the extra stays so. */
  public AssetEvent {
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    startedRuns = List.copyOf(startedRuns);
  }
}
