/** The settings under which queries are checked, tested and run. */
@NullMarked
package org.assize.spark.session;

import org.jspecify.annotations.NullMarked;
