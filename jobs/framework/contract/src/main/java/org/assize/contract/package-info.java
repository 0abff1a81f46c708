/**
 * The contract of a table: what it looks like, where it comes from, what must hold.
 *
 * <p>Entry point: {@link org.assize.contract.DataContract}. Knows no engine.
 */
@NullMarked
package org.assize.contract;

import org.jspecify.annotations.NullMarked;
