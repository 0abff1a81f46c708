package org.assize.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.assize.cli.text.Numbers;
import org.assize.contract.problem.ErrorCode;

/** Tests of folders on a local disk. */
final class FolderTests {

  private static final String PROBE = ".assize-doctor-";
  private static final long NO_SPACE = 64L << 20;
  private static final long LITTLE_SPACE = 5L << 30;
  private static final Duration SKEW = Duration.ofMinutes(1);

  private FolderTests() {}

  /** The folder itself, or the first one above it that exists. */
  static Path nearestExisting(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    for (Path each = absolute; each != null; each = each.getParent()) {
      if (Files.exists(each)) {
        return each;
      }
    }
    return absolute;
  }

  static Finding readable(String subject, Path folder) {
    if (!Files.exists(folder)) {
      return Finding.fault(
          subject,
          ErrorCode.LANDING_MISSING,
          folder + " does not exist.",
          "Create or mount it, or correct `landing:` in assize.yaml.");
    }
    return Files.isDirectory(folder) && Files.isReadable(folder) && Files.isExecutable(folder)
        ? Finding.fine(subject, folder + " can be read.")
        : Finding.fault(
            subject,
            ErrorCode.NO_PERMISSION,
            folder + " is no folder that this user can read.",
            ErrorCode.NO_PERMISSION.mend());
  }

  static Finding writable(String subject, Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, PROBE, ""));
      return Finding.fine(subject, folder + " can be written.");
    } catch (IOException e) {
      return Finding.fault(
          subject,
          ErrorCode.NO_PERMISSION,
          folder + " cannot be written.",
          ErrorCode.NO_PERMISSION.mend());
    }
  }

  /** Commits stand on a hard link that fails where its name is taken. */
  static Finding links(String subject, Path folder) {
    try {
      Path file = Files.createTempFile(folder, PROBE, "");
      Path link = folder.resolve(file.getFileName() + "-link");
      try {
        Files.createLink(link, file);
        return Finding.fine(subject, "Two runs at once cannot overwrite each other's commits.");
      } finally {
        Files.deleteIfExists(link);
        Files.delete(file);
      }
    } catch (IOException | UnsupportedOperationException e) {
      return Finding.fault(
          subject,
          ErrorCode.WORKSPACE_INVALID,
          "The file system of " + folder + " has no hard links, which commits need.",
          "Put the warehouse on a local disk or an object store.");
    }
  }

  static Finding space(String subject, Path folder) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      return space(subject, free);
    } catch (IOException e) {
      return Finding.doubt(subject, "The free space cannot be read.", "Look at it yourself.");
    }
  }

  static Finding space(String subject, long free) {
    String what = Numbers.size(free) + " free where the warehouse lives.";
    if (free < NO_SPACE) {
      return Finding.fault(subject, ErrorCode.DISK_FULL, what, ErrorCode.DISK_FULL.mend());
    }
    return free < LITTLE_SPACE
        ? Finding.doubt(
            subject, what, "Free some: a run needs room for the new version of a table.")
        : Finding.fine(subject, what);
  }

  static Finding clock(String subject, Path folder, Clock clock) {
    try {
      Path file = Files.createTempFile(folder, PROBE, "");
      try {
        Duration apart =
            Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant()).abs();
        return apart.compareTo(SKEW) < 0
            ? Finding.fine(subject, "The clock agrees with the times of files.")
            : Finding.doubt(
                subject,
                "The clock and the times of files are " + Numbers.duration(apart) + " apart.",
                "Set the clock by NTP, here and on the file server.");
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      return Finding.doubt(subject, "The clock cannot be compared with a file's time.", "");
    }
  }
}
