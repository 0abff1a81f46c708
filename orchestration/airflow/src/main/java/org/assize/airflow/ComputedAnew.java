package org.assize.airflow;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.core.DataInterval;
import org.assize.core.schedule.Pipeline;

/**
 * Tables of one pipeline that runs on a server are to compute although nothing changed.
 *
 * @param tables selectors
 * @param span of the tables that time cuts; empty where it cuts none
 */
record ComputedAnew(Pipeline pipeline, List<String> tables, Optional<DataInterval> span) {

  static ComputedAnew of(
      Pipeline pipeline, Collection<DatasetName> tables, Optional<DataInterval> span) {
    return new ComputedAnew(
        pipeline, tables.stream().map(DatasetName::selector).sorted().toList(), span);
  }

  /** The part of it before an instant, which lies after its start. */
  ComputedAnew until(Instant end) {
    DataInterval whole = span.orElseThrow();
    return new ComputedAnew(
        pipeline,
        tables,
        Optional.of(whole.end().isBefore(end) ? whole : new DataInterval(whole.start(), end)));
  }

  /** The part of it from an instant on, which lies before its end. */
  ComputedAnew from(Instant start) {
    DataInterval whole = span.orElseThrow();
    return new ComputedAnew(
        pipeline,
        tables,
        Optional.of(whole.start().isAfter(start) ? whole : new DataInterval(start, whole.end())));
  }

  /** The settings of such a run, as the factory of DAGs reads them. */
  Map<String, Object> settings() {
    Map<String, Object> anew = new HashMap<>();
    anew.put("tables", tables);
    span.ifPresent(
        whole -> {
          anew.put("from", whole.start().toString());
          anew.put("to", whole.end().toString());
        });
    return Map.of("assize_anew", anew);
  }
}
