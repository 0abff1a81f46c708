package org.assize.spark.store;

import io.delta.storage.LogStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * One of two processes that try to write the same versions at the same moments, in step through a
 * shared page of memory. Leaves a file with the versions that it believes to have won.
 */
final class Contender {

  private static final int STEP = 64;

  private Contender() {}

  /** Store class, folder, own number (0 or 1), count of versions. */
  public static void main(String[] arguments) throws Exception {
    var configuration = new Configuration();
    var store =
        (LogStore)
            Class.forName(arguments[0])
                .getConstructor(Configuration.class)
                .newInstance(configuration);
    Path folder = Path.of(arguments[1]);
    int self = Integer.parseInt(arguments[2]);
    int versions = Integer.parseInt(arguments[3]);
    ByteBuffer steps = shared(folder);
    var won = new StringBuilder();
    for (int version = 0; version < versions; version++) {
      awaitOther(steps, self, version);
      if (wins(store, configuration, file(folder, version), self)) {
        won.append(version).append('\n');
      }
    }
    Files.writeString(folder.resolve("won-" + self), won);
  }

  static Path file(Path folder, int version) {
    return folder.resolve("_delta_log").resolve("%020d.json".formatted(version));
  }

  static Stream<Integer> won(Path folder, int contender) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("won-" + contender));
    return lines.stream().map(Integer::valueOf);
  }

  private static boolean wins(LogStore store, Configuration configuration, Path file, int self)
      throws IOException {
    Iterator<String> lines = List.of("{\"winner\":" + self + "}").iterator();
    try {
      store.write(new org.apache.hadoop.fs.Path(file.toUri()), lines, false, configuration);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  private static ByteBuffer shared(Path folder) throws IOException {
    try (var channel =
        FileChannel.open(
            folder.resolve("steps"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      return channel.map(MapMode.READ_WRITE, 0, 2L * STEP).order(ByteOrder.nativeOrder());
    }
  }

  private static void awaitOther(ByteBuffer steps, int self, int version) {
    var counters =
        java.lang.invoke.MethodHandles.byteBufferViewVarHandle(
            int[].class, ByteOrder.nativeOrder());
    counters.setVolatile(steps, self * STEP, version + 1);
    while ((int) counters.getVolatile(steps, (1 - self) * STEP) < version + 1) {
      Thread.yield();
    }
  }
}
