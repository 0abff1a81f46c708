package org.assize.spark.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The newest files of a table's log, read as files: starts no Spark job, so that "nothing new"
 * costs a listing.
 */
final class TableLog {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VERSION = Pattern.compile("(\\d{20})(\\.checkpoint\\..*|\\.json)");

  private final Path folder;
  private final Configuration hadoop;

  TableLog(Path table, Configuration hadoop) {
    this.folder = new Path(table, "_delta_log");
    this.hadoop = hadoop;
  }

  /** The newest version, -1 where there is no table. */
  long latestVersion() {
    try {
      FileSystem files = folder.getFileSystem(hadoop);
      long latest = -1;
      for (FileStatus status : files.listStatus(folder)) {
        Matcher name = VERSION.matcher(status.getPath().getName());
        if (name.matches()) {
          latest = Math.max(latest, Long.parseLong(name.group(1)));
        }
      }
      return latest;
    } catch (FileNotFoundException e) {
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The engine's notes by version, versions without one left out.
   *
   * @return empty when a commit file of the range is gone, so that nobody knows
   */
  Optional<NavigableMap<Long, CommitNote>> notes(long after, long upTo) {
    NavigableMap<Long, CommitNote> notes = new TreeMap<>();
    for (long version = after + 1; version <= upTo; version++) {
      try {
        long current = version;
        note(version).ifPresent(note -> notes.put(current, note));
      } catch (FileNotFoundException e) {
        return Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Optional.of(notes);
  }

  private Optional<CommitNote> note(long version) throws IOException {
    Path file = new Path(folder, String.format("%020d.json", version));
    FileSystem files = folder.getFileSystem(hadoop);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(files.open(file), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("{\"commitInfo\"")) {
          JsonNode metadata = JSON.readTree(line).path("commitInfo").path("userMetadata");
          return CommitNote.parse(metadata.isTextual() ? metadata.textValue() : null);
        }
      }
    }
    return Optional.empty();
  }
}
