/** What rules add to the cost of a write. */
@NullMarked
package org.assize.bench.rules;

import org.jspecify.annotations.NullMarked;
