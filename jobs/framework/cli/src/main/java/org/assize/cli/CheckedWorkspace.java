package org.assize.cli;

import org.assize.core.TableGraph;
import org.assize.core.Workspace;

/** A workspace in which nothing was found wrong, and its tables. */
record CheckedWorkspace(Workspace workspace, TableGraph graph) {}
