package org.assize.spark.table;

import org.assize.contract.DataContract;
import org.assize.contract.Load;
import org.assize.core.RuleResult;
import org.assize.core.RuleResult.Effect;
import org.assize.spark.gate.Verdict;

/** What the gate says of a batch that brings no row. */
final class EmptyBatch {

  private EmptyBatch() {}

  /**
   * The verdict with what the contract says of empty batches.
   *
   * @param rows rows that met the rules
   * @param empties whether the table would have no row any more
   */
  static Verdict judged(Verdict verdict, DataContract contract, long rows, boolean empties) {
    if (contract.load().whenEmpty().isEmpty()) {
      return empties ? verdict.with(RuleResult.builtIn("not_emptied", Effect.HELD)) : verdict;
    }
    Load.WhenEmpty policy = contract.load().whenEmpty().get();
    if (rows > 0 || policy == Load.WhenEmpty.ALLOW) {
      return verdict;
    }
    Effect effect = policy == Load.WhenEmpty.HOLD ? Effect.HELD : Effect.WARNED;
    return verdict.with(RuleResult.builtIn("not_empty", effect));
  }
}
