/** What columns hold, in counts and shapes; values only where nobody restricted them. */
@NullMarked
package org.assize.cli.profile;

import org.jspecify.annotations.NullMarked;
