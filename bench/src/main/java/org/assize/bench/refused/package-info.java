/**
 * Many refused rows: how long a page of them takes, and whether they can be taken once more.
 *
 * <p>Entry point: {@link org.assize.bench.refused.RefusedBenchmark}.
 */
@NullMarked
package org.assize.bench.refused;

import org.jspecify.annotations.NullMarked;
