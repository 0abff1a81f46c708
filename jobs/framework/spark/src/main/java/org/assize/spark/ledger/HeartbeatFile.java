package org.assize.spark.ledger;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.assize.core.Workspace;
import org.assize.core.schedule.Heartbeat;

/**
 * The file {@code ops/scheduler.json} below the warehouse: a table would grow with every beat. A
 * beat that is being written reads as none.
 */
public final class HeartbeatFile implements Heartbeat {

  private final Path path;
  private final Configuration configuration;

  /** That of a workspace's warehouse. */
  public HeartbeatFile(Workspace workspace, Configuration configuration) {
    URI location = Workspace.below(workspace.warehouse(), "ops/scheduler.json");
    this.path = new Path(location);
    this.configuration = configuration;
  }

  @Override
  public Optional<Beat> last() {
    try (FSDataInputStream in = store().open(path)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.endsWith("}") ? Optional.of(Json.read(text, Beat.class)) : Optional.empty();
    } catch (FileNotFoundException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void beat(Beat beat) {
    try (OutputStream out = store().create(path, true)) {
      out.write(Json.write(beat).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    try {
      store().delete(path, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileSystem store() throws IOException {
    return path.getFileSystem(configuration);
  }
}
