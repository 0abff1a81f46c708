package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line lets onto the console. */
class LoggingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.spark.executor.Executor",
        "org.apache.spark.sql.delta.OptimisticTransaction",
        "org.apache.hadoop.fs.FileSystem",
        "org.apache.parquet.hadoop.ParquetFileReader",
        "io.delta.storage.LogStore"
      })
  void libraries_that_print_values_say_nothing_even_of_their_errors(String logger) {
    assertThat(LogManager.getLogger(logger).isEnabled(Level.FATAL)).isFalse();
  }

  @Test
  void our_own_warnings_are_heard_and_our_notes_are_not() {
    org.apache.logging.log4j.Logger ours = LogManager.getLogger("org.assize.cli.Main");

    assertThat(ours.isWarnEnabled()).isTrue();
    assertThat(ours.isInfoEnabled()).isFalse();
  }

  @Test
  void the_root_has_an_appender_or_spark_would_put_its_own_configuration_in_place() {
    Logger root = (Logger) LogManager.getRootLogger();

    assertThat(root.getAppenders()).containsOnlyKeys("stderr");
  }
}
