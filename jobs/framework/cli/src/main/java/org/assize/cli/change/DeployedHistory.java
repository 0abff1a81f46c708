package org.assize.cli.change;

import java.nio.file.Path;
import org.assize.core.deploy.Shelf;

/** The history that bundles tell: what was deployed, by the name of its bundle. */
public record DeployedHistory(Shelf shelf) implements History {

  @Override
  public void copySchemas(Path workspaceRoot, String reference, Path into) {
    shelf.copy(reference, into);
  }
}
