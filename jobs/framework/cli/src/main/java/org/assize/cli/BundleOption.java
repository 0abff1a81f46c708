package org.assize.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which contracts a verb goes by. */
final class BundleOption {

  static final String BUNDLE = "--bundle";

  @Option(
      names = BUNDLE,
      paramLabel = "NAME",
      description = {
        "Run the contracts, queries and jars that `assize deploy` wrote under this name,",
        "whatever the folder holds. Settings are those of its assize.yaml."
      })
  private Optional<String> name = Optional.empty();

  Optional<DeployedBundle> deployed() {
    return name.map(DeployedBundle::new);
  }
}
