/** Reports of runs, as tables for people and as documents for programs. */
@NullMarked
package org.assize.cli.report;

import org.jspecify.annotations.NullMarked;
