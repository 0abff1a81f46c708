package org.assize.core;

import java.time.Duration;
import org.assize.contract.DatasetName;
import org.assize.contract.InputSpec;

/**
 * One table that a transform reads, with nothing left to infer.
 *
 * @param name name of the frame; for a query the relation as written
 * @param ignoreChanges a changed {@code ALL} input restates nothing
 */
public record ResolvedInput(
    String name,
    DatasetName table,
    InputSpec.Read read,
    Duration lookback,
    Duration lookahead,
    boolean ignoreChanges) {}
