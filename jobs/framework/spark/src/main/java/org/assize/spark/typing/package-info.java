/**
 * The only way from a record's text to typed rows, for new files and for replay alike.
 *
 * <p>Entry point: {@link org.assize.spark.typing.TypedFrame}.
 */
@NullMarked
package org.assize.spark.typing;

import org.jspecify.annotations.NullMarked;
