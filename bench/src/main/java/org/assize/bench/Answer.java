package org.assize.bench;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a job left in its tables.
 *
 * @param positionValues a number computed from every value of the position table, in any order
 * @param dailyFixes the sum of fixes over all days
 */
record Answer(
    long raw,
    long rejects,
    long position,
    String positionValues,
    long daily,
    long dailyFixes,
    String dailyValues) {

  static Answer of(
      Dataset<Row> raw, Dataset<Row> rejects, Dataset<Row> position, Dataset<Row> daily) {
    Row positions =
        position
            .selectExpr(
                "count(*)",
                digest(
                    "position_id, device_id, person_id, unix_micros(position_at),"
                        + " unix_micros(uploaded_at), latitude, longitude, speed, satellites,"
                        + " geometry"))
            .first();
    Row days =
        daily
            .selectExpr(
                "count(*)", "sum(fixes)", digest("device_id, unix_date(day), fixes, top_speed"))
            .first();
    return new Answer(
        raw.count(),
        rejects.count(),
        positions.getLong(0),
        positions.get(1).toString(),
        days.getLong(0),
        days.getLong(1),
        days.get(2).toString());
  }

  private static String digest(String columns) {
    return "sum(CAST(xxhash64(%s) AS decimal(38, 0)))".formatted(columns);
  }
}
