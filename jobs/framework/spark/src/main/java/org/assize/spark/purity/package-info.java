/**
 * What a transform may not use, be it a query or a class: one list, one walk over Catalyst's plans.
 *
 * <p>Entry point: {@link org.assize.spark.purity.PlanPurity}.
 */
@NullMarked
package org.assize.spark.purity;

import org.jspecify.annotations.NullMarked;
