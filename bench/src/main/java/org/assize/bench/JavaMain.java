package org.assize.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A contender that is one main class on this class path. */
record JavaMain(String name, Class<?> main, String heap, Tables tables) implements Contender {

  @Override
  public void prepare(Path csv, Path folder) {
    // its main class makes its own folders
  }

  @Override
  public List<String> command(Path csv, Path folder) {
    return java(Stream.of("-Xmx" + heap), main, csv.toString(), folder.toString());
  }

  /** A command that starts a main class of this class path. */
  static List<String> java(Stream<String> options, Class<?> main, String... arguments) {
    return Stream.of(
            Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()),
            openedPackages(),
            options,
            Stream.of("-Duser.timezone=UTC", "-cp", System.getProperty("java.class.path")),
            Stream.of(main.getName()),
            Stream.of(arguments))
        .flatMap(words -> words)
        .toList();
  }

  /** Spark needs packages of the JDK opened: the same that this process was given. */
  private static Stream<String> openedPackages() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"));
  }
}
