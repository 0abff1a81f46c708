package org.assize.core.testcase;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assize.contract.FileNames;
import org.assize.contract.Source;

/** Where files of a source lie below the landing folder. */
record LandingPaths(Source source) {

  private static final Pattern WILD = Pattern.compile("\\*|\\{([a-z][a-z0-9_]*)}");

  /** A path for the only file: a day in the place of each placeholder. */
  String ofDay(LocalDate day) {
    return WILD.matcher(source.files())
        .replaceAll(wild -> wild.group(1) == null ? "case" : day.toString());
  }

  /**
   * The whole path of a file.
   *
   * @param path with the folders that every file of the source lies below, or without them
   */
  Optional<String> whole(String path) {
    FileNames names = FileNames.of(source);
    return Stream.of(path, fixed() + path).filter(names::matches).findFirst();
  }

  /**
   * The folders that every file lies below, with a slash behind them; empty where there is none.
   */
  String fixed() {
    return FileNames.of(source).root().stream().map(name -> name + "/").collect(joining());
  }
}
