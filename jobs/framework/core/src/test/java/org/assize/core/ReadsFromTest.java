package org.assize.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadsFromTest {

  @TempDir Path root;

  private final Problems problems = new Problems();

  @Test
  void an_environment_reads_from_the_one_it_names_and_from_what_that_one_reads()
      throws IOException {
    Workspace dev =
        loaded(
            "dev",
            """
            environments:
              prod: {warehouse: 'hdfs://store/prod', landing: 'hdfs://store/in'}
              staging: {warehouse: staging, readsFrom: prod}
              dev: {warehouse: mine, readsFrom: staging}
            """);

    assertThat(problems.all()).isEmpty();
    assertThat(dev.readsFrom())
        .extracting(from -> from.name() + " " + from.warehouse())
        .containsExactly("staging " + root.resolve("staging").toUri(), "prod hdfs://store/prod");
    assertThat(dev.readsFrom().get(1).landing()).hasToString("hdfs://store/in");
  }

  @Test
  void what_the_top_of_the_file_says_can_be_read_from_and_is_inherited_by_nobody()
      throws IOException {
    String settings =
        """
        warehouse: shared
        environments:
          dev: {warehouse: mine, readsFrom: default}
          prod: {warehouse: theirs}
        """;

    assertThat(loaded("dev", settings).readsFrom())
        .singleElement()
        .extracting(ReadEnvironment::warehouse)
        .hasToString(root.resolve("shared").toUri().toString());
    assertThat(loaded("prod", settings).readsFrom()).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void a_warehouse_on_shared_storage_can_be_the_users_own() throws IOException {
    Workspace dev = loaded("dev", "environments:\n  dev: {warehouse: 'hdfs://store/dev/{user}'}\n");

    assertThat(dev.warehouse()).hasToString("hdfs://store/dev/" + System.getProperty("user.name"));
  }

  @Test
  void unknown_names_circles_and_shared_warehouses_are_faults_whichever_environment_is_meant()
      throws IOException {
    loaded(
        "prod",
        """
        environments:
          prod: {warehouse: prod}
          dev: {warehouse: dev, readsFrom: prd}
          self: {warehouse: self, readsFrom: self}
          a: {warehouse: a, readsFrom: b}
          b: {warehouse: b, readsFrom: a}
          same: {warehouse: ./prod, readsFrom: prod}
        """);

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "assize.yaml:3: WORKSPACE_INVALID: Environment `dev` cannot read from `prd`."
                + " There is no environment `prd`. Did you mean `prod`?",
            "assize.yaml:4: WORKSPACE_INVALID: Environment `self` cannot read from `self`."
                + " It would read from itself: self → self."
                + " Leave `readsFrom` out of one of them.",
            "assize.yaml:5: WORKSPACE_INVALID: Environment `a` cannot read from `b`."
                + " It would read from itself: a → b → a."
                + " Leave `readsFrom` out of one of them.",
            "assize.yaml:6: WORKSPACE_INVALID: Environment `b` cannot read from `a`."
                + " It would read from itself: b → a → b."
                + " Leave `readsFrom` out of one of them.",
            "assize.yaml:7: WORKSPACE_INVALID: Environment `same` cannot read from `prod`."
                + " It has the warehouse of `prod`, which would be written."
                + " Give `same` a `warehouse:` of its own.");
  }

  @Test
  void the_environment_is_named_below_environments_only() throws IOException {
    loaded("dev", "readsFrom: dev\nenvironments:\n  dev: {warehouse: w}\n");

    assertThat(problems.all())
        .singleElement()
        .asString()
        .startsWith("assize.yaml:1: UNKNOWN_KEY: Unknown key `readsFrom`.");
  }

  private Workspace loaded(String environment, String settings) throws IOException {
    Files.createDirectories(root.resolve("schemas"));
    Files.writeString(root.resolve("assize.yaml"), settings);
    return WorkspaceLoader.load(root, Optional.of(environment), problems);
  }
}
