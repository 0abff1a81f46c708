package org.assize.spark.landing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.security.AccessControlException;

/**
 * Local files that may not be read, with the failures of Hadoop's own. Tests may run as a user whom
 * no file mode stops.
 */
public final class LockedFiles extends RawLocalFileSystem {

  @Override
  public URI getUri() {
    return URI.create("locked:///");
  }

  @Override
  public FileStatus[] listStatus(Path folder) throws IOException {
    throw new IOException("Invalid directory or I/O error occurred for dir: " + folder);
  }

  @Override
  public FSDataInputStream open(Path file, int bufferSize) throws IOException {
    throw new FileNotFoundException(file + " (Permission denied)");
  }

  @Override
  public void access(Path path, FsAction mode) throws AccessControlException {
    throw new AccessControlException("Permission denied");
  }
}
