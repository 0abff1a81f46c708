package org.assize.spark.store;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.storage.LocalLogStore;
import io.delta.storage.LogStore;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.assize.contract.problem.PlatformException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkLogStoreTest {

  private static final int VERSIONS = 20_000;
  private static final int VERSIONS_OF_CONTROL = 300;

  private final Configuration configuration = new Configuration();
  private final LinkLogStore store = new LinkLogStore(configuration);

  @TempDir private Path folder;

  @Test
  void of_two_processes_exactly_one_wins_each_version() throws Exception {
    contend(LinkLogStore.class, VERSIONS);

    Set<Integer> first = Contender.won(folder, 0).collect(toSet());
    Set<Integer> second = Contender.won(folder, 1).collect(toSet());
    assertThat(first).doesNotContainAnyElementsOf(second);
    assertThat(first.size() + second.size()).isEqualTo(VERSIONS);
    assertThat(Math.min(first.size(), second.size())).as("both win some").isGreaterThan(100);
    for (int version = 0; version < VERSIONS; version++) {
      int winner = first.contains(version) ? 0 : 1;
      assertThat(Contender.file(folder, version)).hasContent("{\"winner\":" + winner + "}");
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void the_same_contest_finds_the_fault_of_a_store_that_excludes_only_threads() throws Exception {
    contend(LocalLogStore.class, VERSIONS_OF_CONTROL);

    Set<Integer> wonTwice = new HashSet<>(Contender.won(folder, 0).toList());
    wonTwice.retainAll(Contender.won(folder, 1).collect(toSet()));
    assertThat(wonTwice).isNotEmpty();
  }

  @Test
  void a_taken_name_is_refused_and_keeps_its_content() throws IOException {
    write("1.json", false, "mine");

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> write("1.json", false, "theirs"))
        .withMessageContaining("1.json");
    assertThat(folder.resolve("1.json")).hasContent("mine\n");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void overwriting_replaces_the_content_and_an_old_checksum() throws IOException {
    write("_last_checkpoint", true, "old");
    Files.writeString(folder.resolve("._last_checkpoint.crc"), "of another store");

    write("_last_checkpoint", true, "new", "lines");

    try (var lines = store.read(hadoop("_last_checkpoint"), configuration)) {
      List<String> read = new ArrayList<>();
      lines.forEachRemaining(read::add);
      assertThat(read).containsExactly("new", "lines");
    }
  }

  @Test
  void versions_are_listed_in_order_without_files_of_writers() throws IOException {
    Files.writeString(folder.resolve(".00001.json.77.tmp"), "half");
    write("00002.json", false, "b");
    write("00001.json", false, "a");

    List<String> names = new ArrayList<>();
    store
        .listFrom(hadoop("00001.json"), configuration)
        .forEachRemaining(status -> names.add(status.getPath().getName()));

    assertThat(names).containsExactly("00001.json", "00002.json");
  }

  @Test
  void files_of_writers_that_died_long_ago_are_deleted_with_the_next_checkpoint()
      throws IOException {
    Path old = Files.writeString(folder.resolve(".1.json.77.tmp"), "half");
    Path fresh = Files.writeString(folder.resolve(".2.json.78.tmp"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

    write("_last_checkpoint", true, "content");

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  @Test
  void a_missing_folder_is_named() {
    var path = new org.apache.hadoop.fs.Path(folder.resolve("absent/1.json").toUri());

    assertThatExceptionOfType(FileNotFoundException.class)
        .isThrownBy(() -> store.write(path, List.of("a").iterator(), false, configuration))
        .withMessageMatching("No such folder: .*absent/?");
  }

  @Test
  void a_file_system_without_hard_links_is_refused_aloud() {
    LogStore unlinked =
        new LinkLogStore(
            configuration,
            (name, existing) -> {
              throw new FileSystemException(name.toString(), null, "Operation not permitted");
            });

    assertThatThrownBy(
            () -> unlinked.write(hadoop("1.json"), List.of("a").iterator(), false, configuration))
        .isInstanceOf(PlatformException.class)
        .hasMessage(
            folder.resolve("1.json")
                + ": WORKSPACE_INVALID: The commit could not be linked to its name. The"
                + " warehouse's file system has no hard links, without which two runs at once"
                + " could both commit the same version. Put the warehouse on a local disk with"
                + " hard links, or on HDFS.");
    assertThat(leftovers()).isEmpty();
  }

  private void contend(Class<? extends LogStore> storeClass, int versions) throws Exception {
    Files.createDirectory(folder.resolve("_delta_log"));
    List<Process> processes = new ArrayList<>();
    for (int self = 0; self < 2; self++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Contender.class.getName(),
                  storeClass.getName(),
                  folder.toString(),
                  Integer.toString(self),
                  Integer.toString(versions))
              .redirectErrorStream(true)
              .redirectOutput(new File(folder.toFile(), "output-" + self))
              .start());
    }
    try {
      for (int self = 0; self < 2; self++) {
        assertThat(processes.get(self).waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(processes.get(self).exitValue())
            .as(Files.readString(folder.resolve("output-" + self)))
            .isZero();
      }
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
  }

  private void write(String name, boolean overwrite, String... lines) throws IOException {
    store.write(hadoop(name), Stream.of(lines).iterator(), overwrite, configuration);
  }

  private org.apache.hadoop.fs.Path hadoop(String name) {
    return new org.apache.hadoop.fs.Path(folder.resolve(name).toUri());
  }

  private List<Path> leftovers() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).toList();
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
