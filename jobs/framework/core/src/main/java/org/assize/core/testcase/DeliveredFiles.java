package org.assize.core.testcase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.assize.contract.DataContract;
import org.assize.contract.Source;
import org.assize.contract.SourceUse;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.core.testcase.TableCase.Delivery;

/** The files of a case that lie in the landing folder when it runs. */
final class DeliveredFiles {

  private final List<Source> sources;
  private final String shown;
  private final Problems problems;
  private final List<Delivery> found = new ArrayList<>();
  private LocalDate day = LocalDate.EPOCH;
  private boolean isAnyMet;

  DeliveredFiles(DataContract contract, String shown, Problems problems) {
    this.sources = contract.sources().stream().map(SourceUse::source).distinct().toList();
    this.shown = shown;
    this.problems = problems;
  }

  /** Says what stands for a placeholder where a file tells nothing of it. */
  void on(Instant at) {
    day = at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Takes a file {@code <source>.<format>}, or a folder {@code <source>}; false for all others. */
  boolean take(Path path, String name) {
    for (Source source : sources) {
      if (name.equals(file(source)) && Files.isRegularFile(path)) {
        found.add(new Delivery(source, new LandingPaths(source).ofDay(day), path));
        isAnyMet = true;
        return true;
      }
      if (name.equals(source.name()) && Files.isDirectory(path)) {
        files(path).forEach(file -> take(source, path, file));
        return true;
      }
    }
    return false;
  }

  private void take(Source source, Path folder, Path file) {
    isAnyMet = true;
    var paths = new LandingPaths(source);
    String below = folder.relativize(file).toString().replace('\\', '/');
    Optional<String> whole = paths.whole(below);
    if (whole.isEmpty()) {
      String expected = source.files().substring(paths.fixed().length());
      problems.add(
          ErrorCode.CASE_INVALID,
          new Place(shown + "/" + source.name() + "/" + below, 0),
          "No delivery of the source lies there.",
          "The contract says `files: " + source.files() + "`.",
          "Below `" + source.name() + "/` put `" + expected + "`.");
    }
    whole.ifPresent(path -> found.add(new Delivery(source, path, file)));
  }

  /** Whether no file was met, at a right place or at a wrong one. */
  boolean isEmpty() {
    return !isAnyMet;
  }

  List<Delivery> inOrder() {
    return found.stream().sorted(Comparator.comparing(Delivery::path)).toList();
  }

  /** What files and folders may be called. */
  List<String> words() {
    return sources.stream()
        .flatMap(source -> Stream.of(file(source), source.name() + "/"))
        .toList();
  }

  private static String file(Source source) {
    return source.name() + "." + source.format().name().toLowerCase(Locale.ROOT);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !CaseFolder.name(file).startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
