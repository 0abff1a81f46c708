/** How Delta's log is kept on a local disk so that two processes never win the same version. */
@NullMarked
package org.assize.spark.store;

import org.jspecify.annotations.NullMarked;
