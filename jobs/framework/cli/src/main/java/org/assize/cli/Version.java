package org.assize.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that Maven wrote into the jar; classes outside a jar have none. */
final class Version implements IVersionProvider {

  private static final String PROPERTIES = "/META-INF/maven/org.assize/assize-cli/pom.properties";

  @Override
  public String[] getVersion() throws IOException {
    var properties = new Properties();
    try (InputStream file = Version.class.getResourceAsStream(PROPERTIES)) {
      if (file != null) {
        properties.load(file);
      }
    }
    return new String[] {
      "assize " + properties.getProperty("version", "(not packaged)"),
      "Java " + Runtime.version() + ", Spark 3.5, Delta Lake 3.3"
    };
  }
}
