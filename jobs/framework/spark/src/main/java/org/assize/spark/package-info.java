/**
 * The engine: runs tables on Spark, Delta and Deequ.
 *
 * <p>Entry point: {@link org.assize.spark.Engine}. Job authors need {@link
 * org.assize.spark.Transform} and {@link org.assize.spark.Inputs}.
 */
@NullMarked
package org.assize.spark;

import org.jspecify.annotations.NullMarked;
