/**
 * Plants faults whose rules are known, runs the platform over them, and counts what it found.
 *
 * <p>Entry point: {@link org.assize.bench.faults.FaultsBenchmark}.
 */
@NullMarked
package org.assize.bench.faults;

import org.jspecify.annotations.NullMarked;
