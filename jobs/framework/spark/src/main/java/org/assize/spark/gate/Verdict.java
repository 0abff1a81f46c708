package org.assize.spark.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assize.contract.Action;

/** What the gate decided about a candidate, and from what. */
public record Verdict(List<RuleResult> results) {

  public Verdict {
    results = List.copyOf(results);
  }

  /** The same with one more result. */
  public Verdict with(RuleResult result) {
    List<RuleResult> more = new java.util.ArrayList<>(results);
    more.add(result);
    return new Verdict(more);
  }

  /** Whether the candidate must not be committed. */
  public boolean holds() {
    return results.stream().anyMatch(result -> !result.met() && result.action() == Action.HOLD);
  }

  /** Whether some rule warns. */
  public boolean warns() {
    return results.stream().anyMatch(result -> !result.met() && result.action() == Action.WARN);
  }

  /** Ids of the rules that hold. */
  public List<String> holding() {
    return results.stream()
        .filter(result -> !result.met() && result.action() == Action.HOLD)
        .map(RuleResult::rule)
        .toList();
  }

  /** Broken rows by rule, unbroken rules left out. */
  public Map<String, Long> broken() {
    Map<String, Long> broken = new LinkedHashMap<>();
    for (RuleResult result : results) {
      if (!result.met() || (result.action() == Action.QUARANTINE && result.broken() > 0)) {
        broken.put(result.rule(), Math.round(result.broken()));
      }
    }
    return broken;
  }
}
