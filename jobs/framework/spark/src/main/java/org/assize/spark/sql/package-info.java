/**
 * Queries: read and checked without a Spark session, bound to frames in one.
 *
 * <p>Entry point: {@link org.assize.spark.sql.CatalystInspector}.
 */
@NullMarked
package org.assize.spark.sql;

import org.jspecify.annotations.NullMarked;
