package org.assize.spark.landing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsAction;
import org.assize.contract.FileNames;
import org.assize.contract.Source;
import org.assize.contract.problem.Problems;

/** Lists what was delivered. */
public final class LandingFolder {

  private final Source source;
  private final FileNames pattern;
  private final FileSystem files;
  private final List<LandedFile> found = new ArrayList<>();
  private final Problems problems;

  private LandingFolder(Source source, FileSystem files, Problems problems) {
    this.source = source;
    this.pattern = FileNames.of(source);
    this.files = files;
    this.problems = problems;
  }

  /**
   * The files of a source, sorted by path. A star matches any part of one name, a placeholder a
   * part that is not empty; the same placeholder twice must match the same text. Names that begin
   * with {@code _} or {@code .} or end in {@code .tmp} or {@code .part} are no deliveries, unless
   * the pattern spells them out.
   *
   * @param refused receives FILE_REFUSED for each folder that has the name of a file
   * @throws org.assize.contract.problem.PlatformException LANDING_MISSING where the folder that all
   *     files lie below does not exist, NO_PERMISSION, STORE_UNAVAILABLE
   */
  public static List<LandedFile> list(
      Source source, URI landingRoot, Configuration hadoop, Problems refused) {
    var root = new Path(landingRoot);
    try {
      var folder = new LandingFolder(source, root.getFileSystem(hadoop), refused);
      return folder.list(root);
    } catch (IOException failure) {
      throw LandingProblems.listing(source, failure);
    }
  }

  private List<LandedFile> list(Path landingRoot) throws IOException {
    Path top = landingRoot;
    for (String name : pattern.root()) {
      top = child(top, name);
    }
    if (status(top).filter(FileStatus::isDirectory).isEmpty()) {
      throw LandingProblems.missing(source, String.join("/", pattern.root()));
    }
    walk(top, pattern.root().size(), new TreeMap<>());
    found.sort(Comparator.comparing(LandedFile::path));
    return List.copyOf(found);
  }

  private void walk(Path folder, int depth, SortedMap<String, String> known) throws IOException {
    FileNames.Segment segment = pattern.segments().get(depth);
    for (FileStatus entry : entries(folder, segment)) {
      Optional<SortedMap<String, String>> matched = segment.match(entry.getPath().getName(), known);
      if (matched.isEmpty()) {
        continue;
      }
      if (depth == pattern.depth() - 1) {
        take(entry, matched.get());
      } else if (entry.isDirectory()) {
        walk(entry.getPath(), depth + 1, matched.get());
      }
    }
  }

  private void take(FileStatus entry, SortedMap<String, String> placeholders) {
    var file =
        new LandedFile(
            entry.getPath().toUri().toString(),
            placeholders,
            entry.getLen(),
            entry.getModificationTime());
    if (entry.isDirectory()) {
      problems.add(LandingProblems.folderForFile(source, file));
    } else {
      found.add(file);
    }
  }

  private List<FileStatus> entries(Path folder, FileNames.Segment segment) throws IOException {
    if (segment.isFixed()) {
      return status(child(folder, segment.text())).stream().toList();
    }
    return Arrays.stream(statuses(folder))
        .filter(entry -> isDelivery(entry.getPath().getName()))
        .toList();
  }

  private FileStatus[] statuses(Path folder) throws IOException {
    try {
      return files.listStatus(folder);
    } catch (FileNotFoundException vanished) {
      return new FileStatus[0];
    } catch (IOException failure) {
      // A local folder that may not be listed fails like a broken one.
      files.access(folder, FsAction.READ_EXECUTE);
      throw failure;
    }
  }

  private static boolean isDelivery(String name) {
    return !name.startsWith("_")
        && !name.startsWith(".")
        && !name.endsWith(".tmp")
        && !name.endsWith(".part");
  }

  private Optional<FileStatus> status(Path path) throws IOException {
    try {
      return Optional.of(files.getFileStatus(path));
    } catch (FileNotFoundException absent) {
      return Optional.empty();
    }
  }

  /** A name with a colon is no URI scheme. */
  private static Path child(Path folder, String name) {
    return new Path(folder, new Path(null, null, name));
  }
}
