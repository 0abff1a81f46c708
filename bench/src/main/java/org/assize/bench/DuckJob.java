package org.assize.bench;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The job in DuckDB, Parquet files out: the fastest that is known for one machine. */
final class DuckJob {

  private DuckJob() {}

  /** Arguments: the CSV file, the folder for the tables. */
  public static void main(String[] args) throws Exception {
    run(Path.of(args[0]), Path.of(args[1]));
  }

  static void run(Path csv, Path tables) throws Exception {
    Files.createDirectories(tables);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String setting : new String[] {"TimeZone = 'UTC'", "preserve_insertion_order = false"}) {
        statement.execute("SET " + setting);
      }
      write(
          statement,
          tables,
          "raw",
          "SELECT *, current_timestamp AS _ingested_at FROM read_csv('%s', header = true,"
                  .formatted(csv)
              + " all_varchar = true, null_padding = true, filename = true)");
      statement.execute(
          "CREATE TEMP VIEW checked AS SELECT *, concat_ws(',', %s) AS reasons FROM (SELECT %s FROM '%s')"
              .formatted(reasons(), casts(), file(tables, "raw")));
      write(statement, tables, "rejects", "SELECT * FROM checked WHERE reasons <> ''");
      write(
          statement,
          tables,
          "position",
          "SELECT * EXCLUDE reasons FROM checked WHERE reasons = '' QUALIFY"
              + " row_number() OVER (PARTITION BY position_id ORDER BY uploaded_at DESC) = 1");
      verify(statement, tables);
      write(
          statement,
          tables,
          "daily",
          "SELECT device_id, CAST(position_at AS DATE) AS day, count(*) AS fixes,"
              + " max(speed) AS top_speed FROM '%s' GROUP BY ALL"
                  .formatted(file(tables, "position")));
    }
  }

  private static String casts() {
    return PositionColumns.ALL.stream()
        .map(
            column ->
                "TRY_CAST(%s AS %s) AS %s"
                    .formatted(column.source(), column.duckType(), column.name()))
        .collect(joining(", "));
  }

  private static String reasons() {
    return PositionRules.ALL.stream()
        .map(rule -> "CASE WHEN NOT (%s) THEN '%s' END".formatted(rule.predicate(), rule.id()))
        .collect(joining(", "));
  }

  private static void verify(Statement statement, Path tables) throws SQLException {
    String shares =
        PositionRules.ALL.stream()
            .map(rule -> "bool_and(" + rule.predicate() + ")")
            .collect(joining(" AND "));
    String query =
        "SELECT count(*) > 0 AND count(*) = count(DISTINCT position_id) AND %s FROM '%s'"
            .formatted(shares, file(tables, "position"));
    try (ResultSet holds = statement.executeQuery(query)) {
      if (!holds.next() || !holds.getBoolean(1)) {
        throw new IllegalStateException("The checks of the DuckDB job do not hold.");
      }
    }
  }

  private static void write(Statement statement, Path tables, String name, String query)
      throws SQLException {
    statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, file(tables, name)));
  }

  private static Path file(Path tables, String name) {
    return tables.resolve(name + ".parquet");
  }
}
