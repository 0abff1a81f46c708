package org.assize.cli;

import java.time.Clock;
import org.assize.core.SqlInspector;
import org.assize.core.Workspace;

/** Port: what needs an engine's classes, loaded only when a verb asks for it. */
interface House {

  /** Reads queries without starting an engine. */
  SqlInspector inspector();

  /** Starts the engine on a workspace. The caller closes it. */
  OpenEngine open(Workspace workspace, Clock clock);
}
