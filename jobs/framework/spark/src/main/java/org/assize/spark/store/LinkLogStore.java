package org.assize.spark.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;

/**
 * Delta's log on a {@code file:} path, safe between processes: a version is written aside, forced
 * to disk and hard-linked to its name, which the operating system refuses when the name is taken.
 * Delta's own stores exclude only the threads of one process.
 *
 * <p>Set by {@value #SETTING}; Delta makes the instance. Reading and listing are Hadoop's.
 * Thread-safe.
 */
public final class LinkLogStore extends HadoopFileSystemLogStore {

  /** The setting of the Spark context that names this class. */
  public static final String SETTING = "spark.delta.logStore.file.impl";

  private static final Duration LEFTOVERS_KEPT = Duration.ofDays(1);

  /** EPERM, EOPNOTSUPP and ENOSYS, as the file system says that it cannot link. */
  private static final Set<String> NO_LINKS =
      Set.of("Operation not permitted", "Operation not supported", "Function not implemented");

  private final Linker linker;

  /** Gives an existing file a second name, or fails when that name is taken. */
  @FunctionalInterface
  interface Linker {
    void link(java.nio.file.Path name, java.nio.file.Path existing) throws IOException;
  }

  /** Called by Delta. */
  public LinkLogStore(Configuration configuration) {
    this(configuration, Files::createLink);
  }

  LinkLogStore(Configuration configuration, Linker linker) {
    super(configuration);
    this.linker = linker;
  }

  /**
   * Writes a file of the log, whole or not at all.
   *
   * @throws FileAlreadyExistsException when the name is taken and must not be overwritten
   */
  @Override
  public void write(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    var target = java.nio.file.Path.of(path.toUri().getPath());
    var folder = target.resolveSibling("");
    if (!Files.isDirectory(folder)) {
      throw new FileNotFoundException("No such folder: " + folder);
    }
    var aside =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      fill(aside, actions);
      if (overwrite) {
        replace(target, aside);
        deleteLeftovers(folder);
      } else {
        linkTo(target, aside);
      }
      forceFolder(folder);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration configuration) {
    return false;
  }

  private static void fill(java.nio.file.Path file, Iterator<String> lines) throws IOException {
    try (var channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
      var stream = new BufferedOutputStream(Channels.newOutputStream(channel));
      while (lines.hasNext()) {
        stream.write((lines.next() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      stream.flush();
      channel.force(true);
    }
  }

  private void linkTo(java.nio.file.Path target, java.nio.file.Path aside) throws IOException {
    try {
      linker.link(target, aside);
    } catch (UnsupportedOperationException refusal) {
      throw noLinks(target, refusal);
    } catch (FileSystemException refusal) {
      if (NO_LINKS.contains(Objects.requireNonNullElse(refusal.getReason(), ""))) {
        throw noLinks(target, refusal);
      }
      throw refusal;
    }
  }

  private static PlatformException noLinks(java.nio.file.Path target, Exception refusal) {
    var problem =
        new Problem(
            ErrorCode.WORKSPACE_INVALID,
            new Place(target.toString(), 0),
            "The commit could not be linked to its name.",
            "The warehouse's file system has no hard links, without which two runs at once could"
                + " both commit the same version.",
            "Put the warehouse on a local disk with hard links, or on HDFS.");
    return PlatformException.of(problem, refusal);
  }

  private static void replace(java.nio.file.Path target, java.nio.file.Path aside)
      throws IOException {
    // Hadoop would check the new content against a checksum that another store left behind.
    Files.deleteIfExists(target.resolveSibling("." + target.getFileName() + ".crc"));
    Files.move(aside, target, ATOMIC_MOVE);
  }

  /** A process that died while writing left its file; Delta never lists names with a dot. */
  private static void deleteLeftovers(java.nio.file.Path folder) throws IOException {
    Instant limit = Instant.now().minus(LEFTOVERS_KEPT);
    try (DirectoryStream<java.nio.file.Path> files = Files.newDirectoryStream(folder, ".*.tmp")) {
      for (java.nio.file.Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static void forceFolder(java.nio.file.Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }
}
