/** Contracts compiled to rules: predicates over one row and checks over many. */
@NullMarked
package org.assize.contract.rule;

import org.jspecify.annotations.NullMarked;
