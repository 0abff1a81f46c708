package org.assize.spark.landing;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** The columns of {@link RawFrame#SCHEMA} that are asked for, of some records of one file. */
final class RecordBatch {

  private static final int ROWS = 4096;

  /** Spark's own seed, so that {@code xxhash64(_record)} gives the same. */
  private static final long SEED = 42;

  private final List<String> columns;
  private final long ingestedMicros;
  private final String batchId;
  private final boolean decodes;
  private final boolean hashes;
  private final RecordVector texts = new RecordVector(DataTypes.StringType, ROWS);
  private final RecordVector bytes = new RecordVector(DataTypes.BinaryType, ROWS);
  private final OnHeapColumnVector locators = new OnHeapColumnVector(ROWS, DataTypes.LongType);
  private final OnHeapColumnVector rowHashes = new OnHeapColumnVector(ROWS, DataTypes.LongType);
  private ColumnarBatch batch = new ColumnarBatch(new ColumnVector[0]);
  private int rows;

  RecordBatch(StructType columns, long ingestedMicros, String batchId) {
    this.columns = Arrays.asList(columns.fieldNames());
    this.ingestedMicros = ingestedMicros;
    this.batchId = batchId;
    this.decodes = this.columns.contains("_record") || this.columns.contains("_bytes");
    this.hashes = this.columns.contains("_row_hash");
  }

  /** Begins a file. */
  void file(RawFile file) {
    batch =
        new ColumnarBatch(
            columns.stream().map(name -> column(name, file)).toArray(ColumnVector[]::new));
  }

  private ColumnVector column(String name, RawFile file) {
    return switch (name) {
      case "_record" -> texts;
      case "_bytes" -> bytes;
      case "_locator" -> locators;
      case "_row_hash" -> rowHashes;
      case "_header" -> constant(file.header());
      case "_file" -> constant(file.name());
      case "_file_hash" -> constant(file.sha256());
      case "_placeholders" -> constant(file.placeholders());
      case "_batch_id" -> constant(batchId);
      case "_delivered_at" -> constant(file.modifiedMillis() * 1000);
      case "_ingested_at" -> constant(ingestedMicros);
      default -> throw new IllegalArgumentException("No raw column " + name);
    };
  }

  private static ColumnVector constant(String value) {
    var vector = new ConstantColumnVector(ROWS, DataTypes.StringType);
    vector.setUtf8String(UTF8String.fromString(value));
    return vector;
  }

  private static ColumnVector constant(long micros) {
    var vector = new ConstantColumnVector(ROWS, DataTypes.TimestampType);
    vector.setLong(micros);
    return vector;
  }

  void add(RecordStream record) {
    byte[] buffer = record.buffer();
    int start = record.start();
    int length = record.end() - start;
    if (decodes) {
      boolean isText = Utf8.isValid(buffer, start, record.end());
      texts.set(rows, buffer, start, isText ? length : RecordVector.NULL);
      bytes.set(rows, buffer, start, isText ? RecordVector.NULL : length);
    }
    if (hashes) {
      long hash =
          XXH64.hashUnsafeBytes(buffer, Platform.BYTE_ARRAY_OFFSET + (long) start, length, SEED);
      rowHashes.putLong(rows, hash);
    }
    locators.putLong(rows, record.locator());
    rows++;
  }

  void clear() {
    rows = 0;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  boolean hasRoom() {
    return rows < ROWS;
  }

  ColumnarBatch get() {
    batch.setNumRows(rows);
    return batch;
  }
}
