package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
  void a_run_of_a_bundle_goes_by_what_was_deployed_whatever_the_folder_holds() throws IOException {
    identified("courts");
    type("deploy");
    String bundle = house.shelf.put.get(0);
    Path contract = folder.resolve("schemas/example/hearing.odcs.yaml");
    Files.writeString(contract, "rubbish");

    Typed typed = type("run", "--bundle", bundle, "--json");

    assertThat(typed.exitCode()).as(typed.err()).isZero();
    assertThat(typed.out()).contains("\"bundle\" : \"" + bundle + "\"");
    assertThat(house.engine.ran).hasSize(3);
    assertThat(type("run").exitCode()).as("the folder's").isEqualTo(2);
  }

  @Test
  void a_change_that_readers_must_know_of_is_not_deployed_under_the_same_version()
      throws IOException {
    identified("courts");
    type("deploy");
    Path contract = folder.resolve("schemas/example/hearing.odcs.yaml");
    String text = Files.readString(contract);
    String looser =
        text.replace("logicalType: date, required: true", "logicalType: date, required: false");
    Files.writeString(contract, looser);

    Typed refused = type("deploy", "--dry-run");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("schemas/example/hearing.odcs.yaml:4: VERSION_TOO_LOW: `version: 1.0.0` follows");
    Files.writeString(contract, looser.replace("version: 1.0.0", "version: 2.0.0"));
    Typed taken = type("deploy", "--dry-run");
    assertThat(taken.exitCode()).as(taken.err()).isZero();
    assertThat(taken.out()).contains("change example/hearing 1.0.0 -> 2.0.0: breaking");
  }

  @Test
  void airflow_is_told_of_nothing_that_was_not_deployed() throws IOException {
    identified("courts");
    Files.writeString(
        folder.resolve("assize.yaml"),
        "airflow: {url: 'http://localhost:1', dags: dags}\n",
        StandardOpenOption.APPEND);

    Files.writeString(
        folder.resolve("schemas/example/_domain.yaml"),
        "schedule: {cron: '0 5 * * *', timezone: Europe/London}\n",
        StandardOpenOption.APPEND);
    assertThat(type("airflow", "generate").exitCode()).isZero();
    try (Stream<Path> dags = Files.list(folder.resolve("dags"))) {
      assertThat(dags.filter(file -> file.toString().endsWith(".json")))
          .singleElement()
          .satisfies(
              file ->
                  assertThat(file)
                      .content()
                      .containsPattern("\"--bundle\",\\s+\"" + bundle() + "\""));
    }

    Typed typed =
        Typed.in(folder, house, Map.of("ASSIZE_AIRFLOW_PASSWORD", "x"), "airflow", "sync");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err())
        .contains("BUNDLE_UNUSABLE: What stands in this folder has not been deployed")
        .contains(bundle());
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
