/**
 * Tells what went into which table, as events of OpenLineage.
 *
 * <p>Entry point: {@link org.assize.lineage.Lineage}.
 */
@NullMarked
package org.assize.lineage;

import org.jspecify.annotations.NullMarked;
