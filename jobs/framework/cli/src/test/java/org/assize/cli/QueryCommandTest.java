package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assize.cli.QueryResult.ResultColumn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCommandTest {

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void workspace() throws IOException {
    Starter.EXAMPLE.write(folder);
    house.engine.queries =
        sql ->
            new QueryResult(
                List.of(new ResultColumn("court", "string"), new ResultColumn("n", "bigint")),
                List.of(Arrays.asList("North\nCrown Court", 4812L), Arrays.asList(null, 3L)),
                false);
  }

  @Test
  void rows_are_an_aligned_table_of_one_line_each() {
    assertThat(type("query", "SELECT 1"))
        .isEqualTo(
            new Typed(
                0,
                """
                court                 n
                North Crown Court  4812
                NULL                  3
                (2 rows)
                """,
                ""));
  }

  @Test
  void json_has_columns_with_types_and_rows_as_objects() {
    assertThat(type("query", "--json", "SELECT 1").out())
        .isEqualTo(
            """
            {
              "schema" : "assize.query/1",
              "columns" : [
                {
                  "name" : "court",
                  "type" : "string"
                },
                {
                  "name" : "n",
                  "type" : "bigint"
                }
              ],
              "rows" : [
                {
                  "court" : "North\\nCrown Court",
                  "n" : 4812
                },
                {
                  "court" : null,
                  "n" : 3
                }
              ],
              "cut" : false
            }
            """);
  }

  @Test
  void a_cut_result_says_so() {
    house.engine.queries =
        sql ->
            new QueryResult(
                List.of(new ResultColumn("x", "decimal(9,2)")),
                List.of(List.of(new BigDecimal("1.50"))),
                true);

    assertThat(type("query", "SELECT 1").out())
        .isEqualTo("   x\n1.50\n(The first 1 row; there are more.)\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        " -- why\n SELECT 1",
        "/* why */ WITH a AS (SELECT 1) SELECT * FROM a",
        "((SELECT 1))",
        "VALUES (1)",
        "TABLE a.b"
      })
  void queries_are_run(String sql) {
    assertThat(type("query", sql).exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE a.b",
        "INSERT INTO a.b SELECT 1",
        "selection",
        "/* SELECT */ DELETE FROM a.b",
        "SET x = 1",
        ""
      })
  void nothing_else_is(String sql) {
    Typed typed = type("query", sql);

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err()).startsWith("SQL_FORBIDDEN: Only a query can be run here.");
    assertThat(house.engine.opened).isZero();
  }

  private Typed type(String... words) {
    return Typed.in(folder, house, words);
  }
}
