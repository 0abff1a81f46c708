/** Whether a regular expression can take for ever. */
@NullMarked
package org.assize.contract.pattern;

import org.jspecify.annotations.NullMarked;
