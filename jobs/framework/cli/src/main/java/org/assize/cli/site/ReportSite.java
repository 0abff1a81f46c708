package org.assize.cli.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assize.cli.quality.TableQuality;

/**
 * Writes the report into a folder: {@code index.html} and one page for each table. Pages of an
 * earlier report there that this one has not are removed; other files are left alone.
 */
public final class ReportSite {

  private ReportSite() {}

  /** Writes every page; answers their paths, the first page first. */
  public static List<Path> write(Path folder, List<TableQuality> tables, Instant madeAt) {
    List<Path> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      written.add(page(folder, "index.html", new IndexPage(tables, madeAt).html()));
      for (TableQuality table : tables) {
        written.add(page(folder, TablePage.file(table), new TablePage(table, madeAt).html()));
      }
      removeOthers(folder, written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written;
  }

  private static Path page(Path folder, String name, String html) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, html);
    return file;
  }

  private static void removeOthers(Path folder, List<Path> written) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        if (!written.contains(file) && isPage(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private static boolean isPage(Path file) throws IOException {
    String mark = "content=\"" + Page.GENERATOR + "\"";
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(mark);
  }
}
