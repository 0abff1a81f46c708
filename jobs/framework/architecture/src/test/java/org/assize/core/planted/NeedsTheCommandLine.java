package org.assize.core.planted;

import org.assize.cli.planted.Upstairs;

/** A forbidden arrow: core knows the command line. */
public final class NeedsTheCommandLine {

  Upstairs upstairs() {
    return new Upstairs();
  }
}
