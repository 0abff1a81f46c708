package org.assize.cli.quality;

import java.time.Instant;
import java.util.OptionalDouble;
import org.assize.core.Measurement;
import org.assize.core.RuleResult;

/**
 * What one batch measured of one rule, fit to be shown.
 *
 * @param figure the number; empty where there was nothing to measure or it must not be shown
 * @param rows rows it was measured over
 * @param low least usual figure, under the same terms
 * @param high greatest usual figure
 * @param isHeld whether the batch did not become visible
 */
public record Reading(
    Instant at,
    String batchId,
    String runId,
    String contractVersion,
    OptionalDouble figure,
    long rows,
    OptionalDouble low,
    OptionalDouble high,
    RuleResult.Effect effect,
    boolean isExempt,
    boolean isHeld) {

  /** A measurement as it may be shown. */
  static Reading of(Measurement measured, Disclosure disclosure) {
    RuleResult result = measured.result();
    boolean shown = disclosure.allows(result.rows());
    return new Reading(
        measured.at(),
        measured.batchId(),
        measured.runId(),
        measured.contractVersion(),
        shown ? result.value() : OptionalDouble.empty(),
        result.rows(),
        shown ? result.low() : OptionalDouble.empty(),
        shown ? result.high() : OptionalDouble.empty(),
        result.effect(),
        result.isExempt(),
        !measured.isCommitted());
  }
}
