/** What was intended, committed, held and decided: events in the database {@code ops}. */
@NullMarked
package org.assize.spark.ledger;

import org.jspecify.annotations.NullMarked;
