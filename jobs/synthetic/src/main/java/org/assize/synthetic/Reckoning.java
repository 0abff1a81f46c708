package org.assize.synthetic;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gathers the answer while deliveries are written. */
final class Reckoning {

  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Map<Fault, Long> planted = new EnumMap<>(Fault.class);
  private final FixesSeen fixes = new FixesSeen();

  Tally table(String selector) {
    return tallies.computeIfAbsent(selector, name -> new Tally());
  }

  void plant(Fault fault) {
    planted.merge(fault, 1L, Long::sum);
  }

  FixesSeen fixes() {
    return fixes;
  }

  Answer answer() {
    var coverage = fixes.coverage();
    coverage.forEach(day -> table("electronic_monitoring/daily_position").acceptNew());
    Map<String, TableAnswer> tables =
        tallies.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, table -> table.getValue().answer()));
    return new Answer(tables, coverage, planted);
  }
}
