package org.assize.spark.transform;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assize.core.Workspace;

/** The jars of a workspace's domains: {@code jobs/<domain>/lib} and, when built here, target. */
public final class DomainClasses {

  private DomainClasses() {}

  /** A class loader over every domain's jars. */
  public static ClassLoader of(Workspace workspace) {
    List<URL> jars = new ArrayList<>();
    for (Path domain : children(workspace.root().resolve("jobs"))) {
      for (String folder : List.of("lib", "target")) {
        for (Path file : children(domain.resolve(folder))) {
          if (isClassJar(file.getFileName().toString())) {
            jars.add(url(file));
          }
        }
      }
    }
    ClassLoader parent = DomainClasses.class.getClassLoader();
    return jars.isEmpty() ? parent : new URLClassLoader(jars.toArray(new URL[0]), parent);
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
      return List.of();
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file path is a URL", e);
    }
  }
}
