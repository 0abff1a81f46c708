/** When the tables of a workspace run, and which of them run together. Reads no clock. */
@NullMarked
package org.assize.core.schedule;

import org.jspecify.annotations.NullMarked;
