package org.assize.spark.typing;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "string|a b|a b",
        "bigint|-7|-7",
        "date|2026-11-22|2026-11-22",
        "timestamp|2026-11-22T05:00:00Z|2026-11-22 05:00:00.0",
        "boolean|true|true",
        "decimal(5,2)|1.5|1.50",
        "array<int>|[1,null]|WrappedArray(1, null)",
        "struct<a:string,b:array<date>>|{\"b\":[\"2026-11-22\"]}|[null,WrappedArray(2026-11-22)]",
      })
  void texts_are_read_as_values(String type, String text, String value) {
    assertThat(read(type, text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"bigint|x", "date|22/11/2026", "boolean|yes", "array<int>|[1", "array<int>|[\"x\"]"})
  void other_texts_are_not(String type, String text) {
    assertThat(read(type, text)).isEqualTo("unreadable");
  }

  @Test
  void an_empty_text_is_a_text_and_no_number() {
    assertThat(read("string", "")).isEmpty();
    assertThat(read("int", "")).isEqualTo("unreadable");
    assertThat(PlainText.of(DataType.fromDDL("binary"))).isEmpty();
  }

  private static String read(String ddl, String text) {
    DataType type = DataType.fromDDL(ddl);
    var row = new GenericInternalRow(1);
    boolean isReadable = PlainText.of(type).orElseThrow().read(text, row, 0);
    return isReadable
        ? String.valueOf(CatalystTypeConverters.convertToScala(row.get(0, type), type))
        : "unreadable";
  }
}
