/**
 * How tables stand: when they last ended well, through when they are complete, what is open.
 *
 * <p>Entry points: {@link org.assize.core.standing.Standings} and {@link
 * org.assize.core.standing.Completeness}.
 */
@NullMarked
package org.assize.core.standing;

import org.jspecify.annotations.NullMarked;
