package org.assize.spark.typing;

import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into rows. Public because code that Spark generates calls it; nobody else should.
 * One instance serves one task: not thread-safe, and rows are used again.
 */
public abstract class RecordParser implements Serializable {

  /** The one row of a record; valid until the next call. */
  public abstract InternalRow row(
      @Nullable UTF8String record, @Nullable UTF8String header, UTF8String placeholders);

  /** The rows of a record; they may be kept. */
  public abstract ArrayData rows(
      @Nullable UTF8String record, @Nullable UTF8String header, UTF8String placeholders);

  /** Plans show it. */
  @Override
  public final String toString() {
    return getClass().getSimpleName();
  }
}
