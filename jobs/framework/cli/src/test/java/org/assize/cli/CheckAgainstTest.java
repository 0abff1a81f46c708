package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assize.cli.change.GitHistory;
import org.assize.contract.problem.PlatformException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts compared with a commit of a real repository, the workspace in a folder of it. */
class CheckAgainstTest {

  private static final String HEARING = "schemas/example/hearing.odcs.yaml";
  private static final String QUERY = "jobs/example/hearings_by_court.sql";

  @TempDir private Path repository;
  private Path workspace = Path.of("");

  @BeforeEach
  void committed() throws Exception {
    workspace = repository.resolve("data/team");
    Starter.EXAMPLE.write(workspace);
    git().begin();
  }

  @Test
  void nothing_changed_is_said_too() {
    Typed typed = check("--against", "main");

    assertThat(typed)
        .isEqualTo(new Typed(0, "No contract changed.\nNo problems: 3 tables in 1 domain.\n", ""));
  }

  @Test
  void a_breaking_change_without_a_new_major_version_is_refused_with_its_readers()
      throws IOException {
    spoil(HEARING, "name: court, logicalType: string", "name: court, logicalType: integer");

    Typed typed = check("--against", "HEAD");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.out())
        .isEqualTo(
            """
            example/hearing 1.0.0 -> 1.0.0: breaking
              breaking       schemas/example/hearing.odcs.yaml:12: `court` is now bigint, was string
                             read by example/hearings_by_court (jobs/example/hearings_by_court.sql:1)
            """);
    assertThat(typed.err())
        .startsWith(
            "schemas/example/hearing.odcs.yaml:4: VERSION_TOO_LOW: `version: 1.0.0` follows 1.0.0"
                + " with a breaking change. `court` is now bigint, was string. Write version: 2.0.0"
                + " or later, or undo the change, or leave this contract alone and put the new one"
                + " beside it as `hearing_v2`.\n");
  }

  @Test
  void the_same_change_with_a_new_major_version_is_allowed() throws IOException {
    spoil(HEARING, "name: court, logicalType: string", "name: court, logicalType: integer");
    spoil(HEARING, "version: 1.0.0", "version: 2.0.0");

    Typed typed = check("--against", "HEAD");

    assertThat(typed.exitCode()).isZero();
    assertThat(typed.out())
        .startsWith("example/hearing 1.0.0 -> 2.0.0: breaking\n")
        .endsWith("No problems: 3 tables in 1 domain.\n");
  }

  @Test
  void a_column_that_nobody_reads_has_no_readers() throws IOException {
    spoil(HEARING, "name: result", "name: outcome");

    assertThat(check("--against", "HEAD").out())
        .contains("column `result` renamed to `outcome`")
        .doesNotContain("read by");
  }

  @Test
  void a_query_that_takes_every_column_reads_each_of_them() throws Exception {
    Files.writeString(workspace.resolve(QUERY), "SELECT *\nFROM example_curated.hearing\n");
    spoil(HEARING, "name: result", "name: outcome");

    assertThat(check("--against", "HEAD").out())
        .contains(
            "read by example/hearings_by_court (jobs/" + QUERY.substring(5) + ":1, all columns)");
  }

  @Test
  void tables_come_and_go_only_when_announced() throws Exception {
    Files.delete(workspace.resolve("schemas/example/hearings_by_court.odcs.yaml"));
    Files.delete(workspace.resolve(QUERY));
    Files.writeString(
        workspace.resolve("schemas/example/sitting.odcs.yaml"),
        Files.readString(workspace.resolve(HEARING))
            .replace("example.hearing", "example.sitting")
            .replace("name: hearing\n", "name: sitting\n")
            .replace("court_list", "sitting_list"));

    Typed typed = check("--against", "HEAD");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.out())
        .contains("example/hearings_by_court 1.0.0 -> none: breaking", "table removed")
        .contains("example/sitting none -> 1.0.0: compatible", "table added");
    assertThat(typed.err())
        .contains("schemas/example/hearings_by_court.odcs.yaml: REMOVED_TOO_EARLY: ")
        .doesNotContain("VERSION_TOO_LOW");
  }

  @Test
  void programs_get_the_differences_whether_or_not_they_are_refused() throws IOException {
    spoil(HEARING, "name: court, logicalType: string", "name: court, logicalType: integer");

    Typed refused = check("--against", "HEAD", "--json");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out())
        .startsWith("{\n  \"schema\" : \"assize.check/1\",\n  \"exitCode\" : 2,")
        .contains("\"code\" : \"VERSION_TOO_LOW\"", "\"impact\" : \"breaking\"")
        .contains("\"versionBefore\" : \"1.0.0\"", "\"column\" : \"court\"", "\"readers\" : [");
    assertThat(refused.err()).contains("VERSION_TOO_LOW");
  }

  @Test
  void a_repository_without_contracts_then_makes_every_table_new() throws Exception {
    git().git("checkout", "--quiet", "--orphan", "empty");
    git().git("rm", "-r", "--quiet", "--cached", ".");
    git().git("commit", "--quiet", "--allow-empty", "-m", "none");

    assertThat(check("--against", "empty").out())
        .contains("example/hearing none -> 1.0.0: compatible")
        .contains("example/hearings_by_court none -> 1.0.0: compatible");
  }

  @Test
  void what_a_contract_inherits_counts_as_its_own() throws Exception {
    standard("minimum: 0");
    spoil(
        HEARING,
        "{name: minutes, logicalType: integer, logicalTypeOptions: {minimum: 0, maximum: 600},",
        "{name: minutes, authoritativeDefinitions: [{type: standard, url: span}],");
    commit();
    standard("minimum: -10");
    spoil("schemas/example/_domain.yaml", "owner: ", "owner: New ");

    assertThat(check("--against", "HEAD").out())
        .contains(
            "example/hearing 1.0.0 -> 1.0.0: breaking\n",
            "`minimum` of `minutes` admits more values",
            "read by example/hearings_by_court (" + QUERY + ":1)",
            "example/hearings_by_court 1.0.0 -> 1.0.0: documentation\n",
            "the owner changed");
  }

  private void standard(String bound) throws IOException {
    Path folder = Files.createDirectories(workspace.resolve("schemas/_standards"));
    Files.writeString(
        folder.resolve("span.yaml"),
        "description: d\nlogicalType: integer\nlogicalTypeOptions: {"
            + bound
            + "}\nsource: s\nchecks: []\n");
  }

  @Test
  void contracts_that_git_leaves_out_are_not_taken_for_new_ones() throws Exception {
    Files.writeString(workspace.resolve(".gitattributes"), "hearing.odcs.yaml export-ignore\n");
    commit();

    assertThat(check("--against", "HEAD").err())
        .startsWith(
            "HISTORY_UNAVAILABLE: git leaves out some of the contracts of `HEAD`. An attribute"
                + " export-ignore does that.");
  }

  @Test
  void what_cannot_be_had_is_told_with_a_way_out() throws IOException {
    assertThat(check("--against", "no-such-branch").err())
        .startsWith(
            "HISTORY_UNAVAILABLE: The repository has no commit `no-such-branch`. A branch or tag of"
                + " another repository must be fetched first. Run inside the repository that holds"
                + " the workspace, and name a branch, tag or commit in it.\n");
    assertThat(check("--against", "--all").exitCode()).isEqualTo(2);
    assertThatThrownBy(
            () -> new GitHistory("no-such-git").copySchemas(workspace, "main", repository))
        .isInstanceOf(PlatformException.class)
        .hasMessage(
            "HISTORY_UNAVAILABLE: `no-such-git` cannot be run. It must be on the path. Run inside"
                + " the repository that holds the workspace, and name a branch, tag or commit in"
                + " it.");
  }

  @Test
  void a_workspace_outside_any_repository_has_no_history(@TempDir Path elsewhere)
      throws IOException {
    Starter.EXAMPLE.write(elsewhere);

    Typed typed = Typed.in(elsewhere, new FakeHouse(), "check", "--against", "main");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err())
        .startsWith(
            "HISTORY_UNAVAILABLE: `" + elsewhere.toRealPath() + "` is in no git repository.");
  }

  private Typed check(String... options) {
    List<String> words = new ArrayList<>(List.of("check"));
    words.addAll(List.of(options));
    return Typed.in(workspace, new FakeHouse(), words.toArray(String[]::new));
  }

  private void spoil(String file, String good, String bad) throws IOException {
    Path path = workspace.resolve(file);
    assertThat(path).content().contains(good);
    Files.writeString(path, Files.readString(path).replace(good, bad));
  }

  private void commit() throws IOException {
    git().commit("state");
  }

  private Repository git() {
    return new Repository(repository);
  }
}
