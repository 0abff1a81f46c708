/**
 * First drafts of contracts, guessed from a sample of data.
 *
 * <p>Entry point: {@link org.assize.cli.draft.Drafter}.
 */
@NullMarked
package org.assize.cli.draft;

import org.jspecify.annotations.NullMarked;
