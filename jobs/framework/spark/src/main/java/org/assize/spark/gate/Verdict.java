package org.assize.spark.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assize.core.RuleResult;
import org.assize.core.RuleResult.Effect;

/** What the gate decided about a candidate, and from what. */
public record Verdict(List<RuleResult> results) {

  public Verdict {
    results = List.copyOf(results);
  }

  /** The same with one more result. */
  public Verdict with(RuleResult result) {
    List<RuleResult> more = new ArrayList<>(results);
    more.add(result);
    return new Verdict(more);
  }

  /** Whether the candidate must not be committed. */
  public boolean holds() {
    return results.stream().anyMatch(result -> result.effect() == Effect.HELD);
  }

  /** Whether some rule warns. */
  public boolean warns() {
    return results.stream().anyMatch(result -> result.effect() == Effect.WARNED);
  }

  /** Ids of the rules that hold. */
  public List<String> holding() {
    return results.stream()
        .filter(result -> result.effect() == Effect.HELD)
        .map(RuleResult::rule)
        .toList();
  }

  /** The results that a commit notes: all but those of row rules that nothing broke. */
  public List<RuleResult> noted() {
    return results.stream()
        .filter(
            result ->
                result.effect() != Effect.NONE
                    || result.value().orElse(0) != 0
                    || !result.measure().equals("broken_rows"))
        .toList();
  }

  /** What rules without effect leave out: broken rows, or the measure, by rule. */
  public Map<String, Long> broken() {
    Map<String, Long> broken = new LinkedHashMap<>();
    for (RuleResult result : results) {
      if (result.effect() != Effect.NONE) {
        broken.put(result.rule(), Math.round(result.value().orElse(0)));
      }
    }
    return broken;
  }
}
