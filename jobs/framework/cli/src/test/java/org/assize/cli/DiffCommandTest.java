package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.core.TableDifference;
import org.assize.core.TableDifference.ColumnDifference;
import org.assize.core.TableDifference.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

  static final TableDifference FOUND =
      new TableDifference(
          new DatasetName("example", Layer.CURATED, "hearing"),
          new Side("dev", 3, 1200),
          new Side("prod", 12, 1203),
          List.of("hearing_id"),
          1,
          4,
          5,
          Map.of("court", 5L),
          List.of(new ColumnDifference("judge", Optional.of("string"), Optional.empty())));

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void workspace() throws IOException {
    Starter.EXAMPLE.write(folder);
  }

  @Test
  void a_difference_is_told_in_counts_and_is_no_failure() {
    house.engine.difference = Optional.of(FOUND);

    Typed typed = type("diff", "example/hearing", "--with", "default");

    assertThat(typed.exitCode()).isZero();
    assertThat(typed.out())
        .isEqualTo(
            """
            example_curated.hearing in dev: version 3, 1,200 rows, in prod: version 12, 1,203 rows.
            only in dev   1 row
            only in prod  4 rows
            differing     5 rows
              in court    5 rows
            Matched by hearing_id.
            Column judge: string in dev, missing in prod.
            """);
    assertThat(house.engine.decisions).containsExactly("compare example/hearing with default");
  }

  @Test
  void equal_tables_are_told_in_a_word() {
    var same = new Side("prod", 12, 1203);
    house.engine.difference =
        Optional.of(
            new TableDifference(
                FOUND.table(), same, same, List.of("k"), 0, 0, 0, Map.of(), List.of()));

    assertThat(type("diff", "example/hearing", "--with", "default").out())
        .endsWith("They are equal.\n");
  }

  @Test
  void other_environments_and_tables_must_be_known() {
    assertThat(type("diff", "example/hearing", "--with", "prd").err())
        .startsWith("assize.yaml:")
        .contains("There is no environment `prd`.");
    assertThat(type("diff", "example/haering", "--with", "default").err())
        .startsWith(
            "UNKNOWN_TABLE: No contract is called `example/haering`."
                + " Did you mean `example/hearing`?");
  }

  @Test
  void a_rollback_says_who_and_why_and_what_comes_next() {
    Typed typed =
        type("rollback", "example/hearing", "--to", "4", "--reason", "wrong file", "--by", "duty");

    assertThat(typed.exitCode()).isZero();
    assertThat(typed.out())
        .isEqualTo(
            """
            example_curated.hearing has the rows of version 4. It is held.
              → assize rollback release example/hearing --reason "…"
            """);
    assertThat(
            type("rollback", "release", "example/hearing", "--reason", "mended", "--by", "duty")
                .out())
        .isEqualTo("example_curated.hearing runs again. The next run reads what was taken out.\n");
    assertThat(house.engine.decisions)
        .containsExactly(
            "roll example/hearing back to 4 by duty: wrong file",
            "release example/hearing by duty: mended");
    assertThat(type("rollback", "example/hearing").exitCode()).isEqualTo(2);
  }

  private Typed type(String... words) {
    return Typed.in(folder, house, words);
  }
}
