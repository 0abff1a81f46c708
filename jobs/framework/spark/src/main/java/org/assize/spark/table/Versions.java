package org.assize.spark.table;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.storage.StorageLevel;
import org.assize.contract.DataContract;

/**
 * Decides which version of each key stays: of the rows of a batch and the rows already stored, the
 * last by {@code latestBy}, nulls lowest, then by row hash, then by position in the record. Rows
 * equal in all of these are repeats; the stored one stays.
 *
 * <p>Only keys that occur more than once are looked at in full: wide rows are never shuffled.
 */
final class Versions implements AutoCloseable {

  private static final String SIDE = "_side";
  private static final String FILE = "_stored_in";
  private static final String BUCKET = "_bucket";
  private static final String HASH = "_key_hash";

  /** Broadcasting more than this many losers would cost more memory than a shuffle costs time. */
  private static final long BROADCAST_ROWS = 2_000_000;

  private final List<String> key;
  private final Optional<Dataset<Row>> contested;
  private final Row totals;

  private Versions(List<String> key, Optional<Dataset<Row>> contested, Row totals) {
    this.key = key;
    this.contested = contested;
    this.totals = totals;
  }

  /**
   * Compares.
   *
   * @param accepted the batch's accepted rows
   * @param stored the table's rows, with {@code _metadata}; empty for a table without rows
   */
  static Versions of(DataContract contract, Dataset<Row> accepted, Optional<Dataset<Row>> stored) {
    List<String> order = new ArrayList<>(contract.load().latestBy());
    order.add("_row_hash");
    order.add("_position");
    Column bucket =
        contract.load().interval().isPresent()
            ? Buckets.of(contract).number()
            : lit(null).cast("bigint");
    Column[] columns = narrow(contract.primaryKey(), order);
    Dataset<Row> all = accepted.select(with(columns, lit(1), lit(null).cast("string"), bucket));
    if (stored.isPresent()) {
      all =
          all.union(stored.get().select(with(columns, lit(0), col("_metadata.file_name"), bucket)));
    }
    return ranked(contract.primaryKey(), order, all);
  }

  private static Column[] with(Column[] columns, Column side, Column file, Column bucket) {
    List<Column> all = new ArrayList<>(List.of(columns));
    all.add(side.as(SIDE));
    all.add(file.as(FILE));
    all.add(bucket.as(BUCKET));
    return all.toArray(new Column[0]);
  }

  private static Versions ranked(List<String> key, List<String> order, Dataset<Row> all) {
    Column hash = xxhash64(key.stream().map(Versions::named).toArray(Column[]::new));
    Dataset<Row> hashed = all.withColumn(HASH, hash);
    Dataset<Row> several =
        hashed
            .select(HASH)
            .groupBy(HASH)
            .count()
            .where("count > 1")
            .select(HASH)
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      if (several.isEmpty()) {
        return new Versions(key, Optional.empty(), org.apache.spark.sql.RowFactory.create());
      }
      Dataset<Row> contested =
          rank(
                  key,
                  order,
                  hashed.join(several, several.col(HASH).equalTo(hashed.col(HASH)), "left_semi"))
              .persist(StorageLevel.MEMORY_AND_DISK());
      return new Versions(key, Optional.of(contested), totals(contested));
    } finally {
      several.unpersist();
    }
  }

  private static Dataset<Row> rank(List<String> key, List<String> order, Dataset<Row> rows) {
    Column[] keys = key.stream().map(Versions::named).toArray(Column[]::new);
    List<Column> by = new ArrayList<>();
    order.forEach(column -> by.add(named(column).desc_nulls_last()));
    by.add(col(SIDE).asc());
    Shapes.IDENTITY.forEach(column -> by.add(col(column).asc()));
    WindowSpec ofKey = Window.partitionBy(keys);
    WindowSpec ordered = ofKey.orderBy(by.toArray(new Column[0]));
    Column version = struct(order.stream().map(Versions::named).toArray(Column[]::new));
    return rows.withColumn("_rank", row_number().over(ordered))
        .withColumn("_is_repeat", version.eqNullSafe(lag(version, 1).over(ordered)))
        .withColumn("_was_stored", max(expr("_side = 0")).over(ofKey))
        .drop(HASH);
  }

  private static Row totals(Dataset<Row> contested) {
    return contested
        .agg(
            expr("coalesce(sum(IF(_side = 1 AND _rank > 1 AND _is_repeat, 1L, 0L)), 0L)")
                .as("repeats"),
            expr("coalesce(sum(IF(_side = 1 AND _rank > 1 AND NOT _is_repeat, 1L, 0L)), 0L)")
                .as("stale"),
            expr("coalesce(sum(IF(_side = 0 AND _rank > 1, 1L, 0L)), 0L)").as("superseded"),
            count_distinct(col(FILE)).as("files"))
        .head();
  }

  long repeats() {
    return total("repeats");
  }

  long stale() {
    return total("stale");
  }

  /** Stored rows that a row of the batch replaces, one for each such row. */
  long superseded() {
    return total("superseded");
  }

  private long total(String name) {
    return contested.isEmpty() ? 0 : ((Number) totals.getAs(name)).longValue();
  }

  /** The batch's rows without those that do not stay. */
  Dataset<Row> withoutLosers(Dataset<Row> accepted) {
    long losers = repeats() + stale();
    if (losers == 0) {
      return accepted;
    }
    Dataset<Row> gone =
        contested
            .orElseThrow()
            .where("_side = 1 AND _rank > 1")
            .select("_file_hash", "_locator", "_position");
    Column same = lit(true);
    for (String column : Shapes.IDENTITY) {
      same = same.and(accepted.col(column).equalTo(gone.col(column)));
    }
    return accepted.join(losers <= BROADCAST_ROWS ? broadcast(gone) : gone, same, "left_anti");
  }

  /** Names of the files that hold superseded rows. */
  Set<String> touchedFiles() {
    Set<String> names = new TreeSet<>();
    if (superseded() > 0) {
      supersededRows()
          .select(FILE)
          .distinct()
          .collectAsList()
          .forEach(row -> names.add(row.getString(0)));
    }
    return names;
  }

  /** Buckets that superseded rows leave. */
  Set<Long> touchedBuckets() {
    Set<Long> numbers = new TreeSet<>();
    if (superseded() > 0) {
      supersededRows()
          .where(BUCKET + " IS NOT NULL")
          .select(BUCKET)
          .distinct()
          .collectAsList()
          .forEach(row -> numbers.add(row.getLong(0)));
    }
    return numbers;
  }

  /** Rows of touched files that stay. */
  Dataset<Row> survivors(Dataset<Row> touched) {
    Dataset<Row> gone =
        supersededRows().select(key.stream().map(Versions::named).toArray(Column[]::new));
    Column same = lit(true);
    for (String column : key) {
      same = same.and(touched.col("`" + column + "`").equalTo(gone.col("`" + column + "`")));
    }
    return touched.join(gone, same, "left_anti");
  }

  private Dataset<Row> supersededRows() {
    return contested.orElseThrow().where("_side = 0 AND _rank > 1");
  }

  @Override
  public void close() {
    contested.ifPresent(Dataset::unpersist);
  }

  private static Column[] narrow(List<String> key, List<String> order) {
    Set<String> names = new java.util.LinkedHashSet<>(key);
    names.addAll(order);
    names.addAll(Shapes.IDENTITY);
    return names.stream().map(Versions::named).toArray(Column[]::new);
  }

  private static Column named(String column) {
    return col("`" + column + "`");
  }
}
