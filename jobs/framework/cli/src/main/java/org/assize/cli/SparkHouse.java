package org.assize.cli;

import java.time.Clock;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.SqlInspector;
import org.assize.core.Workspace;

/** The rooms where Spark lives. */
final class SparkHouse implements House {

  @Override
  public SqlInspector inspector() {
    throw absent();
  }

  @Override
  public OpenEngine open(Workspace workspace, Clock clock) {
    throw absent();
  }

  private static PlatformException absent() {
    return PlatformException.of(
        ErrorCode.UNSUPPORTED, "This build has no engine yet.", "", "Build a later state.");
  }
}
