package org.assize.spark.law;

/** A small workspace of location fixes: a merge fed by JSON lines and a count of each day. */
final class Fixes {

  static final String CURATED = "em_curated.fix";
  static final String DAILY = "em_published.fix_daily";

  private Fixes() {}

  static TestWorkspace in(java.nio.file.Path root) {
    return new TestWorkspace(root)
        .contract(
            "em",
            "fix",
            """
            - {name: fix_id, logicalType: integer, primaryKey: true, required: true}
            - {name: fix_at, logicalType: timestamp, required: true}
            - {name: uploaded_at, logicalType: timestamp, required: true}
            - {name: latitude, logicalType: number, logicalTypeOptions: {minimum: 49.0, maximum: 61.5}, classification: restricted}
            - {name: wearer, logicalType: string, classification: restricted}
            """,
            """
            layer: curated
            sources: [{name: supplier_fix, files: "fix/{delivery_date}/*.jsonl", format: jsonl}]
            load: {mode: merge, latestBy: [uploaded_at], interval: {column: fix_at, grain: day}}
            """)
        .contract(
            "em",
            "fix_daily",
            """
            - {name: day, logicalType: date, primaryKey: true, required: true}
            - {name: fixes, logicalType: integer, required: true}
            """,
            """
            layer: published
            load: {mode: replaceInterval, interval: {column: day, grain: day, timezone: UTC}}
            """)
        .sql(
            "em",
            "fix_daily",
            "SELECT CAST(fix_at AS date) AS day, count(*) AS fixes\n"
                + "FROM em_curated.fix\nGROUP BY CAST(fix_at AS date)\n");
  }

  static String fix(int id, String at, String uploaded, double latitude) {
    return "{\"fix_id\": %d, \"fix_at\": \"%s\", \"uploaded_at\": \"%s\", \"latitude\": %s, \"wearer\": \"W%d\"}"
        .formatted(id, at, uploaded, latitude, id % 3);
  }
}
