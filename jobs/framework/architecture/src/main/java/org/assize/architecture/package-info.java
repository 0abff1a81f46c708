/**
 * The rules of the house, checked on every module's compiled classes.
 *
 * <p>Entry point: {@link org.assize.architecture.HouseRules}.
 */
@NullMarked
package org.assize.architecture;

import org.jspecify.annotations.NullMarked;
