/**
 * Delta tables as the engine sees them: created by DDL, read at pinned versions, committed in one
 * transaction.
 */
@NullMarked
package org.assize.spark.delta;

import org.jspecify.annotations.NullMarked;
