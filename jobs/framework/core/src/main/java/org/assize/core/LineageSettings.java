package org.assize.core;

import java.net.URI;
import java.util.Optional;

/**
 * Where an environment sends the events of its runs.
 *
 * @param target a folder for files of JSON lines, or a server's address
 * @param namespace what jobs and tables are called under, where it is not the usual
 */
public record LineageSettings(Kind kind, URI target, Optional<String> namespace) {

  /** What takes the events. */
  public enum Kind {
    FILE,
    HTTP
  }

  /** What jobs and tables of an environment are called under: environments are told apart. */
  public String namespaceOf(String environment) {
    return namespace.orElse(environment.equals("default") ? "assize" : "assize." + environment);
  }
}
