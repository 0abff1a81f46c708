package org.assize.cli.change;

import java.nio.file.Path;

/** Port: the earlier states of a workspace. */
public interface History {

  /**
   * Copies the folder {@code schemas} as it was into another folder; nothing where there was none.
   *
   * @param workspaceRoot folder that holds {@code assize.yaml}
   * @param reference branch, tag or commit
   * @throws org.assize.contract.problem.PlatformException HISTORY_UNAVAILABLE if there is no such
   *     state
   */
  void copySchemas(Path workspaceRoot, String reference, Path into);
}
