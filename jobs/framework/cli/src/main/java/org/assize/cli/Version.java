package org.assize.cli;

import org.assize.core.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} tells. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "assize " + ProgramVersion.current(),
      "Java " + Runtime.version() + ", Spark 3.5, Delta Lake 3.3"
    };
  }
}
