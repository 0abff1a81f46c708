/**
 * The command line: every verb loads the workspace, makes a plan, runs it and reports.
 *
 * <p>Entry point: {@link org.assize.cli.Main}, the only main of Assize.
 */
@NullMarked
package org.assize.cli;

import org.jspecify.annotations.NullMarked;
