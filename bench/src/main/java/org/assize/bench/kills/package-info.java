/** Schedulers that are killed. */
@NullMarked
package org.assize.bench.kills;

import org.jspecify.annotations.NullMarked;
