/**
 * The embedded runner: executes a plan in one process, without Airflow.
 *
 * <p>Entry point: {@link org.assize.local.LocalRunner}.
 */
@NullMarked
package org.assize.local;

import org.jspecify.annotations.NullMarked;
