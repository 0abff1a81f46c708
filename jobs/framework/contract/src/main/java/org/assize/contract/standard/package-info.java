/**
 * Column standards: what every column of one meaning promises, stated once.
 *
 * <p>Entry point: {@link org.assize.contract.standard.ColumnStandards}.
 */
@NullMarked
package org.assize.contract.standard;

import org.jspecify.annotations.NullMarked;
