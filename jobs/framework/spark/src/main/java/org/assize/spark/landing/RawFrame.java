package org.assize.spark.landing;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assize.contract.Source;

/** Every record of some files, verbatim, in the one schema that all raw tables share. */
public final class RawFrame {

  /**
   * The raw schema.
   *
   * <ul>
   *   <li>{@code _record}: text of the record without its line end; null where it is no UTF-8
   *   <li>{@code _bytes}: its bytes where {@code _record} is null, else null
   *   <li>{@code _header}: text of the header record, empty where the format has none
   *   <li>{@code _locator}: offset in the file of the record's first byte
   *   <li>{@code _row_hash}: {@code xxhash64} of the record's bytes
   *   <li>{@code _file}: path relative to the landing root
   *   <li>{@code _file_hash}: SHA-256 of the file, hexadecimal
   *   <li>{@code _placeholders}: JSON object of the source's placeholders, keys sorted
   *   <li>{@code _delivered_at}: modification time of the file
   *   <li>{@code _ingested_at}, {@code _batch_id}: as given
   * </ul>
   */
  public static final StructType SCHEMA =
      new StructType()
          .add("_record", DataTypes.StringType)
          .add("_bytes", DataTypes.BinaryType)
          .add("_header", DataTypes.StringType)
          .add("_locator", DataTypes.LongType)
          .add("_row_hash", DataTypes.LongType)
          .add("_file", DataTypes.StringType)
          .add("_file_hash", DataTypes.StringType)
          .add("_placeholders", DataTypes.StringType)
          .add("_delivered_at", DataTypes.TimestampType)
          .add("_ingested_at", DataTypes.TimestampType)
          .add("_batch_id", DataTypes.StringType);

  private RawFrame() {}

  /**
   * The records of scanned files, lazily: reading fails with INPUT_CHANGED where a file is no
   * longer as it was scanned. The order of rows is not defined.
   */
  public static Dataset<Row> of(
      SparkSession spark,
      Source source,
      List<ScannedFile> files,
      Instant ingestedAt,
      String batchId) {
    List<RawFile> rawFiles = files.stream().map(file -> RawFile.of(file, source)).toList();
    long ingestedMicros = ingestedAt.getEpochSecond() * 1_000_000 + ingestedAt.getNano() / 1000;
    var plan = new RawPlan(source.format(), source.delimiter(), ingestedMicros, batchId, rawFiles);
    return spark
        .read()
        .format(RawSource.class.getName())
        .option(RawPlan.OPTION, plan.toJson())
        .load();
  }
}
