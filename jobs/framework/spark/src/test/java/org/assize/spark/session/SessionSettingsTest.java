package org.assize.spark.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.SparkSession;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;

@SparkTest
class SessionSettingsTest {

  @Test
  void tests_run_queries_under_the_settings_of_production(SparkSession spark) {
    SessionSettings.SQL.forEach(
        (key, value) -> assertThat(spark.conf().get(key)).as(key).isEqualTo(value));
  }

  @Test
  void queries_are_checked_under_them_too() {
    SessionSettings.SQL.forEach(
        (key, value) ->
            assertThat(SessionSettings.conf().getConfString(key)).as(key).isEqualTo(value));
  }

  @Test
  void what_cannot_be_cast_or_parsed_is_null(SparkSession spark) {
    var row =
        spark
            .sql("SELECT CAST('x' AS int) IS NULL, to_date('31.12.', 'dd/MM/yyyy') IS NULL")
            .first();

    assertThat(row.getBoolean(0)).isTrue();
    assertThat(row.getBoolean(1)).isTrue();
  }
}
