package org.assize.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every verb takes. */
final class CommonOptions {

  static final String JSON = "--json";
  static final String QUIET = "--quiet";

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder with assize.yaml. Default: the nearest one from here upward.")
  private @Nullable Path workspace;

  @Option(
      names = "--env",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Environment of assize.yaml. Default: its top-level settings.")
  private @Nullable String environment;

  @Option(
      names = JSON,
      scope = ScopeType.INHERIT,
      description = "One JSON document on standard output, everything else on standard error.")
  private boolean json;

  @Option(
      names = QUIET,
      scope = ScopeType.INHERIT,
      description = "No progress and no hints: results and problems only.")
  private boolean quiet;

  @SuppressWarnings("UnusedVariable") // The parser reads it.
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  Optional<Path> workspace() {
    return Optional.ofNullable(workspace);
  }

  Optional<String> environment() {
    return Optional.ofNullable(environment);
  }

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }
}
