package org.assize.spark.transform;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.assize.core.DomainJars;
import org.assize.core.Workspace;

/** The jars of a workspace's domains: {@code jobs/<domain>/lib} and, when built here, target. */
public final class DomainClasses {

  private DomainClasses() {}

  /** A class loader over every domain's jars. */
  public static ClassLoader of(Workspace workspace) {
    List<URL> jars = DomainJars.of(workspace.root()).stream().map(DomainClasses::url).toList();
    ClassLoader parent = DomainClasses.class.getClassLoader();
    return jars.isEmpty() ? parent : new URLClassLoader(jars.toArray(new URL[0]), parent);
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file path is a URL", e);
    }
  }
}
