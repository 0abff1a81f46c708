package org.assize.contract.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "string|string",
        "STRING|string",
        "long|bigint",
        "integer|int",
        "decimal(12)|decimal(12,0)",
        "Decimal( 12 , 2 )|decimal(12,2)",
        "array<struct<a:int,b:array<date>>>|array<struct<a:int,b:array<date>>>",
        "struct< a : int >|struct<a:int>"
      })
  void a_type_has_one_spelling(String written, String spelling) {
    assertThat(SparkType.parse(written)).hasToString(spelling);
    assertThat(SparkType.parse(spelling)).hasToString(spelling);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text|`text` is no type",
        "decimal|A decimal needs its digits, for example decimal(12,2)",
        "decimal(40,2)|A decimal has 1 to 38 digits, of which 0 to all stand behind the point",
        "decimal(2,3)|A decimal has 1 to 38 digits, of which 0 to all stand behind the point",
        "decimal(x)|`x` is no number of digits",
        "varchar(3)|Text is `string`; its length belongs in logicalTypeOptions.maxLength",
        "timestamp_ntz|Not every reader knows timestamps without a zone; `timestamp` is UTC",
        "array<int|`>` is missing before `the end`",
        "int>|`>` stands behind the end of the type",
        "struct<a int>|`:` is missing before `int`",
        "struct<a:int,A:int>|Field `A` stands there twice",
        "struct<1:int>|`1` is no name of a field",
        "map<string,int>|`map` is no type"
      })
  void what_no_table_may_hold_is_refused(String written, String why) {
    assertThatThrownBy(() -> SparkType.parse(written))
        .isInstanceOf(UnreadableType.class)
        .hasMessage(why);
  }

  @Test
  void depth_is_bounded() {
    assertThatThrownBy(() -> SparkType.parse("array<".repeat(10_000)))
        .isInstanceOf(UnreadableType.class)
        .hasMessage("The type is nested more than 40 deep");
  }
}
