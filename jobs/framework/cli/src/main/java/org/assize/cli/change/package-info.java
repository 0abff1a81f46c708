/** Compares the contracts of a workspace with those that it had at an earlier commit. */
@NullMarked
package org.assize.cli.change;

import org.jspecify.annotations.NullMarked;
