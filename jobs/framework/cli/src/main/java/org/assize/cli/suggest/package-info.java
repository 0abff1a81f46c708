/** Rules that a table's rows let one suggest, as a change of its contract to review. */
@NullMarked
package org.assize.cli.suggest;

import org.jspecify.annotations.NullMarked;
