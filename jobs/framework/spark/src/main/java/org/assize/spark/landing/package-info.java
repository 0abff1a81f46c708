/**
 * The only door from delivered files to frames: lists, measures and reads them verbatim.
 *
 * <p>Entry points, in order: {@link org.assize.spark.landing.LandingFolder}, {@link
 * org.assize.spark.landing.FileScan}, {@link org.assize.spark.landing.RawFrame}.
 */
@NullMarked
package org.assize.spark.landing;

import org.jspecify.annotations.NullMarked;
