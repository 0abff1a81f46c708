/**
 * What job authors test with: one shared Spark session, rows written as text, cases by interval.
 */
@NullMarked
package org.assize.testkit;

import org.jspecify.annotations.NullMarked;
