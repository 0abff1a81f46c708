package org.assize.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jars of a workspace's domains: {@code jobs/<domain>/lib} and, when built here, target. */
public final class DomainJars {

  private DomainJars() {}

  /** Those with classes, by name. */
  public static List<Path> of(Path root) {
    List<Path> jars = new ArrayList<>();
    for (Path domain : children(root.resolve("jobs"))) {
      for (String folder : List.of("lib", "target")) {
        children(domain.resolve(folder)).stream()
            .filter(file -> isClassJar(file.getFileName().toString()))
            .forEach(jars::add);
      }
    }
    return jars;
  }

  private static boolean isClassJar(String name) {
    return name.endsWith(".jar")
        && !name.endsWith("-sources.jar")
        && !name.endsWith("-javadoc.jar")
        && !name.endsWith("-tests.jar");
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
