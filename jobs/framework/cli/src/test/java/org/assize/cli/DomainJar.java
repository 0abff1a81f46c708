package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.assize.spark.RowCondition;
import org.assize.spark.session.Sessions;

/** The jar of a domain, made of a class that stands on a page. */
final class DomainJar {

  private DomainJar() {}

  /** Compiles {@code jobs/<domain>/src/main/java/…} and puts its jar where runs look for it. */
  static void build(Path workspace, Path source) throws IOException, URISyntaxException {
    Path classes = Files.createTempDirectory(workspace, "classes");
    URI engine = RowCondition.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                List.of("-d", classes, "-cp", Path.of(engine), source).stream()
                    .map(Object::toString)
                    .toArray(String[]::new));
    assertThat(exitCode).as(source.toString()).isZero();
    Path domain = workspace.relativize(source).subpath(0, 2);
    Path jar = workspace.resolve(domain).resolve("lib/page.jar");
    Files.createDirectories(jar.getParent());
    try (var entries = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      files.filter(Files::isRegularFile).forEach(file -> add(entries, classes, file));
    }
    // Every command has a process of its own, but here one session that began before the jar.
    Sessions.open().sparkContext().addJar(jar.toString());
  }

  private static void add(JarOutputStream entries, Path classes, Path file) {
    try {
      entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
      entries.write(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
