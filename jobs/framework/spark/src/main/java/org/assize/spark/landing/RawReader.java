package org.assize.spark.landing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/** Reads slices one after the other. A batch holds records of one slice. */
final class RawReader implements PartitionReader<ColumnarBatch> {

  private final Iterator<RawPartition.Slice> slices;
  private final RawReaderFactory reading;
  private final RecordBatch batch;
  private String name = "";
  private @Nullable RecordStream stream;

  RawReader(List<RawPartition.Slice> slices, RawReaderFactory reading) {
    this.slices = slices.iterator();
    this.reading = reading;
    this.batch = new RecordBatch(reading.columns(), reading.ingestedMicros(), reading.batchId());
  }

  @Override
  public boolean next() {
    batch.clear();
    try {
      while (batch.isEmpty()) {
        RecordStream open = stream;
        if (open != null && (fill(open) || open.refill())) {
          continue;
        }
        if (open != null && open.missing() > 0) {
          throw LandingProblems.changed(name);
        }
        close();
        if (!slices.hasNext()) {
          return false;
        }
        open(slices.next());
      }
      return true;
    } catch (FileNotFoundException vanished) {
      throw LandingProblems.changed(name);
    } catch (IOException failure) {
      throw LandingProblems.unreadable(name, failure);
    }
  }

  /** Whether any record was at hand. */
  private boolean fill(RecordStream records) {
    while (batch.hasRoom() && records.next()) {
      batch.add(records);
    }
    return !batch.isEmpty();
  }

  private void open(RawPartition.Slice slice) throws IOException {
    RawFile file = slice.file();
    name = file.name();
    var path = new Path(URI.create(file.path()));
    FileSystem files = path.getFileSystem(reading.hadoop().value());
    FileStatus status = files.getFileStatus(path);
    if (status.getLen() != file.size() || status.getModificationTime() != file.modifiedMillis()) {
      throw LandingProblems.changed(name);
    }
    FSDataInputStream in = files.open(path);
    in.seek(slice.range().start());
    stream = new RecordStream(in, slice.range(), reading.ends(), (bytes, from, length) -> {});
    batch.file(file);
  }

  @Override
  public ColumnarBatch get() {
    return batch.get();
  }

  @Override
  public void close() throws IOException {
    RecordStream open = stream;
    stream = null;
    if (open != null) {
      open.close();
    }
  }
}
