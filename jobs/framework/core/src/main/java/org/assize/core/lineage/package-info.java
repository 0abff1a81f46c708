/**
 * What goes into which column of which table.
 *
 * <p>Entry points: {@link org.assize.core.lineage.DeclaredOrigins} for what contracts and queries
 * say, and {@link org.assize.core.RunListener#computed} for what a run was seen to compute.
 */
@NullMarked
package org.assize.core.lineage;

import org.jspecify.annotations.NullMarked;
