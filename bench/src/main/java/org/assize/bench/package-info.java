/**
 * The same work done by hand-written Spark, by DuckDB and by Assize, measured from outside on one
 * machine.
 *
 * <p>Entry point: {@link org.assize.bench.Benchmark}.
 */
@NullMarked
package org.assize.bench;

import org.jspecify.annotations.NullMarked;
