/** The types a column may have in a table, read and written as Spark SQL spells them. */
@NullMarked
package org.assize.contract.type;

import org.jspecify.annotations.NullMarked;
