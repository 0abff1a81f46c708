/**
 * The workspace, the graph of its tables, the plan of a run and its report. Knows no engine.
 *
 * <p>Entry points: {@link org.assize.core.WorkspaceLoader}, then {@link
 * org.assize.core.WorkspaceCheck}, {@link org.assize.core.Plan} and {@link
 * org.assize.core.RunReport}.
 */
@NullMarked
package org.assize.core;

import org.jspecify.annotations.NullMarked;
