package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DatasetName;
import org.assize.core.Definition;
import org.assize.core.RunListener;
import org.assize.core.lineage.ColumnOrigins;
import org.assize.core.lineage.DeclaredOrigins;
import org.assize.core.lineage.ReadVersion;
import org.assize.spark.sql.CatalystInspector;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What queries declare of their columns is what Spark is seen to plan in a run. */
@SparkTest
class OriginsTest {

  @TempDir Path folder;

  private final Map<String, ColumnOrigins> computed = new ConcurrentHashMap<>();
  private final Map<String, Map<DatasetName, ReadVersion>> read = new ConcurrentHashMap<>();

  @BeforeEach
  void a_session(SparkSession spark) {
    assertThat(spark).isNotNull();
  }

  @Test
  void what_is_declared_is_what_is_computed() {
    TestWorkspace workspace = workspace();

    workspace.run(listener());

    var declared = new DeclaredOrigins(workspace.loaded(), new CatalystInspector());
    for (Definition table : workspace.graph().definitions()) {
      if (table instanceof Definition.Derived) {
        assertThat(computed.get(table.table().toString()))
            .as(table.table().toString())
            .isEqualTo(declared.of(table));
      }
    }
    assertThat(computed).containsOnlyKeys("shop_published.daily", "shop_published.pairs");
    assertThat(computed.get("shop_published.pairs").columns().get("both").toString())
        .contains("shop_curated.sale, column=amount, kind=TRANSFORMATION");
  }

  @Test
  void a_table_says_which_versions_it_reads_and_nothing_where_it_is_up_to_date() {
    TestWorkspace workspace = workspace();

    workspace.run(listener());

    assertThat(read.get("shop_raw.till")).isEmpty();
    assertThat(read.get("shop_curated.sale").values())
        .extracting(ReadVersion::version)
        .containsExactly(1L);
    assertThat(read.get("shop_published.pairs").toString())
        .isEqualTo("{shop_curated.sale=ReadVersion[version=1, warehouse=Optional.empty]}");
    read.clear();
    workspace.run(listener());
    assertThat(read).isEmpty();
  }

  private TestWorkspace workspace() {
    return new TestWorkspace(folder)
        .contract(
            "shop",
            "sale",
            """
            - {name: id, logicalType: integer, primaryKey: true, required: true}
            - {name: sold_at, logicalType: timestamp}
            - {name: amount, logicalType: integer, transformSourceObjects: [amt]}
            """,
            """
            layer: curated
            sources: [{name: till, files: "till/*.csv", format: csv}]
            load: {mode: append, interval: {column: sold_at, grain: day}}
            """)
        .contract(
            "shop",
            "daily",
            """
            - {name: day, logicalType: date, physicalType: date}
            - {name: taken, logicalType: integer, physicalType: bigint}
            - {name: sales, logicalType: integer, physicalType: bigint}
            """,
            """
            layer: published
            load: {mode: replaceInterval, interval: {column: day, grain: day}}
            """)
        .sql(
            "shop",
            "daily",
            """
            WITH s AS (SELECT to_date(sold_at) AS day, amount FROM shop_curated.sale)
            SELECT day, sum(amount) AS taken, count(*) AS sales FROM s GROUP BY day
            """)
        .contract(
            "shop",
            "pairs",
            """
            - {name: id, logicalType: integer, physicalType: bigint}
            - {name: both, logicalType: integer, physicalType: bigint}
            """,
            """
            layer: published
            load: {mode: replace}
            """)
        .sql(
            "shop",
            "pairs",
            """
            SELECT a.id, a.amount + b.amount AS both
            FROM shop_curated.sale a JOIN shop_curated.sale b ON a.id = b.id
            """)
        .deliver("till/one.csv", "id,sold_at,amt", "1,2026-01-02T10:00:00Z,5");
  }

  private RunListener listener() {
    return new RunListener() {
      @Override
      public void works(DatasetName table, Map<DatasetName, ReadVersion> inputs) {
        read.put(table.toString(), inputs);
      }

      @Override
      public void computed(DatasetName table, Supplier<ColumnOrigins> origins) {
        computed.put(table.toString(), origins.get());
      }
    };
  }
}
