/**
 * Clean deliveries, day after day, under rules about what is usual, and how many of them were held.
 *
 * <p>Entry point: {@link org.assize.bench.days.DaysBenchmark}.
 */
@NullMarked
package org.assize.bench.days;

import org.jspecify.annotations.NullMarked;
