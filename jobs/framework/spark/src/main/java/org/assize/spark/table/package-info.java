/** Table runs: raw, source-fed and derived, each through the same steps. */
@NullMarked
package org.assize.spark.table;

import org.jspecify.annotations.NullMarked;
