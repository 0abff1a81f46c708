/**
 * Reads contracts, with every fault of every file at once.
 *
 * <p>Entry points: {@link org.assize.contract.reader.ContractReader} and {@link
 * org.assize.contract.reader.Effective}.
 */
@NullMarked
package org.assize.contract.reader;

import org.jspecify.annotations.NullMarked;
