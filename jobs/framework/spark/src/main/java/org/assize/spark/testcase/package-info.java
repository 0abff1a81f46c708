/** Runs cases of tables through the whole pipeline, each in a warehouse of its own. */
@NullMarked
package org.assize.spark.testcase;

import org.jspecify.annotations.NullMarked;
