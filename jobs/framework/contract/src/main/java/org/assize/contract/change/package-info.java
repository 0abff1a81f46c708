/**
 * What differs between two versions of contracts, and what that asks of their readers.
 *
 * <p>Entry points: {@link org.assize.contract.change.ContractChanges} and {@link
 * org.assize.contract.change.VersionPolicy}.
 */
@NullMarked
package org.assize.contract.change;

import org.jspecify.annotations.NullMarked;
