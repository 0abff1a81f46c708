package org.assize.core.planted;

import org.assize.airflow.client.generated.PlantedAnswer;
import org.assize.cli.planted.Upstairs;

/** Forbidden arrows: core knows the command line, and what was generated for the client. */
public final class NeedsTheCommandLine {

  Upstairs upstairs(PlantedAnswer answer) {
    return new Upstairs();
  }
}
