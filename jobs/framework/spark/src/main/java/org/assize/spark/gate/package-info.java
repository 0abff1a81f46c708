/** Marks, observations and the verdict over them. */
@NullMarked
package org.assize.spark.gate;

import org.jspecify.annotations.NullMarked;
