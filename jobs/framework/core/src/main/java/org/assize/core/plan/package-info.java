/**
 * Plans that somebody saved: looked at before anything runs, approved where the environment asks
 * for it, carried out step by step, and gone on with where they were left.
 *
 * <p>Entry points: {@link org.assize.core.plan.SavedPlan}, {@link org.assize.core.plan.Backfill}.
 */
@NullMarked
package org.assize.core.plan;

import org.jspecify.annotations.NullMarked;
