package org.assize.spark.landing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsAction;
import org.assize.contract.Format;
import org.assize.contract.Source;

/** Reads the bytes of a delivered file once: what they are, and where its records begin. */
public final class FileScan {

  /** Bytes of one range, about: small enough to share a file evenly among tasks. */
  static final long RANGE_BYTES = 8L << 20;

  private final long rangeBytes;
  private final MessageDigest digest = sha256();
  private final List<Range> ranges = new ArrayList<>();
  private String header = "";
  private boolean headerSeen;
  private long rangeStart = -1;
  private long records;

  private FileScan(Source source, long rangeBytes) {
    this.rangeBytes = rangeBytes;
    this.headerSeen = source.format() != Format.CSV;
  }

  /**
   * Scans a file. Ranges are about 8 MiB; a record that is longer makes its range longer.
   *
   * @throws org.assize.contract.problem.PlatformException INPUT_CHANGED where size or time differ
   *     from the listing or the file is gone, FILE_UNREADABLE, NO_PERMISSION, FILE_REFUSED where a
   *     record is longer than 128 MiB
   */
  public static ScannedFile scan(LandedFile file, Source source, Configuration hadoop) {
    return scan(file, source, hadoop, RANGE_BYTES);
  }

  static ScannedFile scan(LandedFile file, Source source, Configuration hadoop, long rangeBytes) {
    var scan = new FileScan(source, rangeBytes);
    String name = file.name(source);
    var path = new Path(URI.create(file.path()));
    try {
      FileSystem files = path.getFileSystem(hadoop);
      return scan.of(file, name, files, path, RecordEnds.of(source));
    } catch (RecordStream.RecordTooLong tooLong) {
      throw LandingProblems.recordTooLong(name, tooLong.locator(), RecordStream.LIMIT);
    } catch (IOException failure) {
      throw LandingProblems.unreadable(name, failure);
    }
  }

  private ScannedFile of(LandedFile file, String name, FileSystem files, Path path, RecordEnds ends)
      throws IOException {
    if (!isAsListed(files, path, file)) {
      throw LandingProblems.changed(name);
    }
    // One byte more than there should be, so that a file that grew is seen.
    var all = new Range(0, file.size() + 1);
    long bytes;
    try (var records = new RecordStream(open(files, path), all, ends, digest::update)) {
      read(records);
      bytes = all.length() - records.missing();
    }
    if (bytes != file.size() || !isAsListed(files, path, file)) {
      throw LandingProblems.changed(name);
    }
    return result(file, bytes);
  }

  private static InputStream open(FileSystem files, Path path) throws IOException {
    try {
      return files.open(path);
    } catch (FileNotFoundException missing) {
      // What a local file says that may not be read.
      files.access(path, FsAction.READ);
      throw missing;
    }
  }

  private static boolean isAsListed(FileSystem files, Path path, LandedFile file)
      throws IOException {
    try {
      FileStatus status = files.getFileStatus(path);
      return status.isFile()
          && status.getLen() == file.size()
          && status.getModificationTime() == file.modifiedMillis();
    } catch (FileNotFoundException vanished) {
      return false;
    }
  }

  private void read(RecordStream stream) throws IOException {
    while (stream.refill()) {
      while (stream.next()) {
        take(stream);
      }
    }
    if (rangeStart >= 0) {
      ranges.add(new Range(rangeStart, stream.position()));
    }
  }

  private void take(RecordStream stream) {
    if (!headerSeen) {
      headerSeen = true;
      header =
          new String(
              stream.buffer(),
              stream.start(),
              stream.end() - stream.start(),
              StandardCharsets.UTF_8);
      return;
    }
    records++;
    if (rangeStart < 0) {
      rangeStart = stream.locator();
    }
    if (stream.position() - rangeStart >= rangeBytes) {
      ranges.add(new Range(rangeStart, stream.position()));
      rangeStart = -1;
    }
  }

  private ScannedFile result(LandedFile file, long bytes) {
    String hash = HexFormat.of().formatHex(digest.digest());
    return new ScannedFile(file, hash, bytes, header, ranges, records);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
