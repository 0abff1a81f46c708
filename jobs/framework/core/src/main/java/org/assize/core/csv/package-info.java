/** Delimited text that people write and send, record by record. */
@NullMarked
package org.assize.core.csv;

import org.jspecify.annotations.NullMarked;
