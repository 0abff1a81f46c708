/** How derived tables are computed, and what their transforms may not do. */
@NullMarked
package org.assize.spark.transform;

import org.jspecify.annotations.NullMarked;
