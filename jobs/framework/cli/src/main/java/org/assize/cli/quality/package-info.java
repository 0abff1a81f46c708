/**
 * How well tables keep their contracts: expectations, their history, and scores; no row's value.
 */
@NullMarked
package org.assize.cli.quality;

import org.jspecify.annotations.NullMarked;
