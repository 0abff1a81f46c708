/** Failures a user can read: a code, a place, a cause and a mend. */
@NullMarked
package org.assize.contract.problem;

import org.jspecify.annotations.NullMarked;
