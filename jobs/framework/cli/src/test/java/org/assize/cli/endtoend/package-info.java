/** The repository's own tables, taken in whole: contracts, queries, engine and ledger together. */
@NullMarked
package org.assize.cli.endtoend;

import org.jspecify.annotations.NullMarked;
