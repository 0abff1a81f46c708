package org.assize.contract.change;

import java.util.Optional;
import org.assize.contract.problem.Place;

/**
 * One difference.
 *
 * @param place in the newer contract; in the older where the newer has no such thing
 * @param what one clause, without a value of a row: {@code column `a` removed}
 * @param column top-level column that it is about, as it was called before
 */
public record Change(Impact impact, Place place, String what, Optional<String> column) {}
