package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.synthetic.Answer;
import org.assize.synthetic.DemoDeliveries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @Test
  void the_demo_delivers_runs_every_table_and_compares_with_what_was_foreseen() throws IOException {
    rootWorkspace();
    theTablesHold(DemoDeliveries.write(folder.resolve("elsewhere")), 0);

    Typed typed = Typed.in(folder, house, "demo");

    assertThat(typed.err()).isEmpty();
    assertThat(typed.exitCode()).isZero();
    assertThat(typed.out())
        .startsWith("Made-up deliveries with planted faults: " + folder.resolve("landing") + "\n")
        .contains("Every table holds exactly the rows that the generator counted beforehand.\n")
        .contains("assize query \"SELECT * FROM electronic_monitoring_published.daily_position\"");
    assertThat(house.engine.ran)
        .extracting(task -> task.table().selector())
        .contains("electronic_monitoring/position", "electronic_monitoring/daily_position");
  }

  @Test
  void the_demo_can_be_repeated() throws IOException {
    rootWorkspace();
    theTablesHold(DemoDeliveries.write(folder.resolve("elsewhere")), 0);

    Typed first = Typed.in(folder, house, "demo");

    assertThat(Typed.in(folder, house, "demo")).isEqualTo(first);
  }

  @Test
  void tables_that_hold_something_else_are_named_and_nothing_is_green() throws IOException {
    rootWorkspace();
    theTablesHold(DemoDeliveries.write(folder.resolve("elsewhere")), 1);

    Typed typed = Typed.in(folder, house, "demo");

    assertThat(typed.exitCode()).isEqualTo(1);
    assertThat(typed.out())
        .contains("crime/street_crime holds 798 rows; foreseen were 797\n")
        .doesNotContain("Every table holds");
    assertThat(Typed.in(folder, house, "demo", "--json").out())
        .contains("\"schema\" : \"assize.demo/1\"")
        .contains("\"asForeseen\" : false");
  }

  @Test
  void a_run_that_fails_is_the_demos_own_end() throws IOException {
    rootWorkspace();
    house.engine.will(
        TableOutcome.of(
            new DatasetName("crime", Layer.CURATED, "street_crime"), Status.HELD, "why"));

    assertThat(Typed.in(folder, house, "demo").exitCode()).isEqualTo(4);
  }

  @Test
  void files_of_others_in_landing_are_left_alone() throws IOException {
    rootWorkspace();
    Path other = Files.createDirectories(folder.resolve("landing")).resolve("real.csv");
    Files.writeString(other, "a\n1\n");

    Typed typed = Typed.in(folder, house, "demo");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err())
        .startsWith("WORKSPACE_INVALID: The landing folder ")
        .contains("holds files that are not the demo's.");
    assertThat(folder.resolve("landing")).isDirectoryContaining(file -> file.equals(other));
    assertThat(house.engine.opened).isZero();
  }

  @Test
  void another_workspace_has_not_the_demos_tables() throws IOException {
    Starter.EXAMPLE.write(folder);
    Files.delete(folder.resolve("landing/example/hearings_2026-11-02.csv"));
    Files.delete(folder.resolve("landing/example"));

    Typed typed = Typed.in(folder, house, "demo");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err())
        .startsWith(
            "WORKSPACE_INVALID: This workspace has no table `electronic_monitoring/position`.");
    assertThat(folder.resolve("landing")).isEmptyDirectory();
  }

  private void theTablesHold(Answer answer, long more) {
    List<List<Object>> rows = new ArrayList<>();
    answer
        .tables()
        .forEach((selector, table) -> rows.add(List.of(selector, table.committed() + more)));
    house.engine.queries = sql -> new QueryResult(List.of(), List.copyOf(rows), false);
  }

  /** A copy of the repository's own workspace. */
  private void rootWorkspace() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("assize.yaml"))) {
      root = root.getParent();
    }
    for (String part : List.of("assize.yaml", "schemas", "jobs")) {
      Path from = root.resolve(part);
      try (Stream<Path> files = Files.walk(from, part.equals("jobs") ? 2 : Integer.MAX_VALUE)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path to = folder.resolve(root.relativize(file));
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
  }
}
