package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assize.contract.problem.Problems;
import org.assize.core.WorkspaceLoader;
import org.assize.core.deploy.Bundle;
import org.assize.core.deploy.Deployed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployCommandTest {

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @BeforeEach
  void workspace() throws IOException {
    Starter.EXAMPLE.write(folder);
  }

  @Test
  void a_workspace_without_an_id_cannot_own_anything() {
    Typed typed = type("deploy");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err())
        .contains("assize.yaml: WORKSPACE_INVALID: The workspace has no id")
        .contains("Write `id: NAME` at the top of assize.yaml");
  }

  @Test
  void a_dry_run_checks_tests_and_plans_and_writes_nothing() throws IOException {
    identified("courts");

    Typed typed = type("deploy", "--dry-run");

    assertThat(typed.exitCode()).as(typed.err()).isZero();
    assertThat(typed.out())
        .startsWith("check  3 tables sound\ntest   0 cases passed\nplan   the next run would do")
        .endsWith("deploy example would become bundle " + bundle() + "\n");
    assertThat(house.shelf.put).isEmpty();
    assertThat(house.shelf.deployed).isEmpty();
  }

  @Test
  void the_bundle_comes_first_and_deploying_the_same_again_changes_nothing() throws IOException {
    identified("courts");

    Typed first = Typed.in(folder, house, Map.of("USER", "ada"), "deploy");

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).endsWith("deploy example: bundle " + bundle() + "\n");
    assertThat(house.shelf.put)
        .containsExactly(bundle(), "example/hearing", "example/hearings_by_court");
    assertThat(house.shelf.deployed)
        .containsEntry(
            "example",
            new Deployed(
                "example", "courts", bundle(), "ada", Instant.parse("2026-11-23T09:00:00Z")));
    assertThat(type("deploy").out())
        .endsWith("deploy nothing: bundle " + bundle() + " is deployed already\n");
    assertThat(house.shelf.put).hasSize(3);
  }

  @Test
  void a_failed_case_stops_it() throws IOException {
    identified("courts");
    Path one = Files.createDirectories(folder.resolve("jobs/example/tests/hearings_by_court/one"));
    Files.writeString(one.resolve("hearing.csv"), "court\n");
    Files.writeString(one.resolve("expected.csv"), "court\n");
    house.failing = List.of("example/hearings_by_court/one");

    Typed typed = type("deploy");

    assertThat(typed.exitCode()).isEqualTo(1);
    assertThat(typed.err()).contains("1 case failed: example/hearings_by_court/one.");
    assertThat(house.shelf.put).isEmpty();
  }

  @Test
  void a_domain_of_another_workspace_is_refused_where_it_stands() throws IOException {
    identified("courts");
    Files.createDirectories(folder.resolve("warehouse/_deployed"));
    house.shelf.record(new Deployed("example", "police", "b", "bob", Instant.EPOCH));

    for (String verb : List.of("check", "deploy", "run")) {
      Typed typed = type(verb);

      assertThat(typed.exitCode()).as(verb).isEqualTo(2);
      assertThat(typed.err())
          .contains(
              "schemas/example: WORKSPACE_INVALID: The domain `example` of this warehouse belongs"
                  + " to the workspace `police`. This one is `courts`;");
    }
    assertThat(house.engine.ran).isEmpty();
  }

  @Test
  void tables_that_another_workspace_deployed_can_be_read() throws IOException {
    var problems = new Problems();
    house.shelf.contracts.addAll(
        WorkspaceLoader.load(folder, java.util.Optional.empty(), problems).contracts());
    Path other = folder.resolve("other");
    Files.createDirectories(other.resolve("schemas/pay"));
    Files.createDirectories(other.resolve("warehouse/_deployed"));
    Files.createDirectories(other.resolve("jobs/pay"));
    Files.writeString(other.resolve("assize.yaml"), "warehouse: warehouse\n");
    Files.writeString(
        other.resolve("jobs/pay/sittings.sql"), "SELECT court FROM example_curated.hearing\n");
    Files.writeString(
        other.resolve("schemas/pay/sittings.odcs.yaml"),
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: pay.sittings
        version: 1.0.0
        status: active
        schema:
          - name: sittings
            description: Sittings.
            properties:
              - {name: court, logicalType: string}
        customProperties:
          - property: assize
            value:
              layer: published
              load: {mode: replace}
        """);

    Typed typed = Typed.in(other, house, "check");

    assertThat(typed.err()).isEmpty();
    assertThat(typed.exitCode()).isZero();
    house.shelf.contracts.clear();
    assertThat(Typed.in(other, house, "check").err())
        .contains("UNKNOWN_TABLE: No table is called `example_curated.hearing`.");
  }

  private void identified(String id) throws IOException {
    Files.writeString(folder.resolve("assize.yaml"), "id: " + id + "\n", StandardOpenOption.APPEND);
  }

  private String bundle() {
    return Bundle.of(WorkspaceLoader.load(folder, java.util.Optional.empty(), new Problems()))
        .name();
  }

  private Typed type(String... words) {
    return Typed.in(folder, house, words);
  }
}
