/** Bundles, contracts and owners in a warehouse, through Hadoop's file systems. */
@NullMarked
package org.assize.spark.deploy;

import org.jspecify.annotations.NullMarked;
