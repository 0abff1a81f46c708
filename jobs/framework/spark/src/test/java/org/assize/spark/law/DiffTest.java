package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DataContract;
import org.assize.core.TableDifference;
import org.assize.core.TableDifference.ColumnDifference;
import org.assize.spark.Engine;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a table of one warehouse differs from that of another, in counts. */
@SparkTest
class DiffTest {

  private static final String SETTINGS =
      """
      warehouse: prod
      landing: landing
      environments:
        prod: {}
        dev: {warehouse: dev, landing: mine}
      """;

  private static final String READING =
      """
      - {name: id, logicalType: integer, primaryKey: true, required: true}
      - {name: site, logicalType: string}
      - {name: value, logicalType: integer}
      """;

  private static final String LOAD =
      """
      layer: curated
      sources: [{name: meter, files: "meter/{delivery_date}.csv", format: csv}]
      load: {mode: MODE}
      """;

  @TempDir Path folder;

  @Test
  void rows_are_matched_by_key_and_columns_that_differ_are_counted(SparkSession spark) {
    TestWorkspace prod = meters(READING, "merge, latestBy: [_delivery_date]");
    prod.deliver("meter/2026-01-01.csv", "id,site,value", "1,a,10", "2,b,20", "3,c,", "4,d,40");
    TestWorkspace dev = prod.at("dev");
    dev.write(
        "mine/meter/2026-01-01.csv", "id,site,value\n1,a,10\n2,b,21\n3,x,30\n5,e,50\n6,f,6\n");
    prod.run();
    dev.run();

    TableDifference found = difference(dev, prod.at("prod"));

    assertThat(found.isEqual()).isFalse();
    assertThat(found.key()).containsExactly("id");
    assertThat(found.onlyHere()).isEqualTo(2);
    assertThat(found.onlyThere()).isEqualTo(1);
    assertThat(found.differing()).isEqualTo(2);
    assertThat(found.columns()).isEqualTo(Map.of("site", 1L, "value", 2L));
    assertThat(found.here()).isEqualTo(new TableDifference.Side("dev", 1, 5));
    assertThat(found.toString()).as("no value of a row").doesNotContain("40", "50");
    assertThat(difference(prod, prod.at("prod")).isEqual()).as("with itself").isTrue();
  }

  @Test
  void without_a_key_rows_are_a_multiset_and_columns_may_differ(SparkSession spark) {
    String noKey = READING.replace("primaryKey: true, ", "");
    TestWorkspace prod = meters(noKey, "append");
    prod.deliver("meter/2026-01-01.csv", "id,site,value", "1,a,10", "1,a,10", "2,b,20");
    prod.run();
    TestWorkspace dev = meters(noKey + "- {name: unit, logicalType: string}\n", "append").at("dev");
    dev.write("mine/meter/2026-01-01.csv", "id,site,value,unit\n1,a,10,kWh\n3,c,30,kWh\n");
    dev.run();

    TableDifference found = difference(dev, prod.at("prod"));

    assertThat(found.key()).isEmpty();
    assertThat(found.onlyHere()).isEqualTo(1);
    assertThat(found.onlyThere()).isEqualTo(2);
    assertThat(found.schema())
        .containsExactly(new ColumnDifference("unit", Optional.of("string"), Optional.empty()));
  }

  @Test
  void a_table_that_was_built_in_one_of_the_two_alone_cannot_be_compared(SparkSession spark) {
    TestWorkspace prod = meters(READING, "merge, latestBy: [_delivery_date]");

    assertThatThrownBy(() -> difference(prod.at("dev"), prod.at("prod")))
        .hasMessageContaining("The table m_curated.reading has not been built in `dev`.");
  }

  private TestWorkspace meters(String columns, String mode) {
    return new TestWorkspace(folder)
        .write("assize.yaml", SETTINGS)
        .contract("m", "reading", columns, LOAD.replace("MODE", mode));
  }

  private static TableDifference difference(TestWorkspace here, TestWorkspace there) {
    DataContract contract = here.loaded().contracts().get(0);
    try (Engine engine = here.engine()) {
      return engine.difference(contract, there.loaded());
    }
  }
}
