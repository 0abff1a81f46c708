package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.core.ProgramVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class InitCommandTest {

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @Test
  void a_workspace_is_made_and_never_overwritten() {
    Typed first = type("init", "new");
    Typed second = type("init", "new");

    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).contains("Next: cd new, then assize check, then assize run.\n");
    assertThat(Typed.in(folder.resolve("new"), house, "check").exitCode()).isZero();
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.err())
        .startsWith(
            "WORKSPACE_INVALID: Already there: .github/workflows/assize.yml, .gitignore, assize");
  }

  @Test
  void a_workspace_is_for_this_version_and_another_program_refuses_it() throws IOException {
    type("init");
    Path settings = folder.resolve("assize.yaml");
    String pin = "version: " + ProgramVersion.current() + "\n";
    assertThat(settings).content().containsOnlyOnce(pin);

    Files.writeString(settings, Files.readString(settings).replace(pin, "version: 0.0.7\n"));

    for (String verb : List.of("check", "run", "plan", "test", "status")) {
      Typed refused = type(verb);
      assertThat(refused.exitCode()).as(verb).isEqualTo(2);
      assertThat(refused.err())
          .startsWith("assize.yaml:3: OTHER_VERSION: This workspace is for Assize 0.0.7; this is ")
          .contains("Start it with the release 0.0.7, or write `version: ");
    }
  }

  @Test
  void the_workflow_checks_tests_and_plans_on_each_change() throws IOException {
    type("init");

    Map<String, Object> workflow =
        new Yaml().load(Files.readString(folder.resolve(".github/workflows/assize.yml")));

    // YAML 1.1 reads the key `on` as true, and GitHub does not.
    assertThat(((Map<?, ?>) ((Map<?, ?>) workflow).get(true)).keySet().toString())
        .isEqualTo("[pull_request, push]");
    assertThat(workflow).containsEntry("permissions", Map.of("contents", "read"));
    var tables = (Map<?, ?>) ((Map<?, ?>) workflow.get("jobs")).get("tables");
    assertThat((List<?>) tables.get("steps"))
        .map(step -> Optional.ofNullable(((Map<?, ?>) step).get("run")).map(Object::toString))
        .contains(
            Optional.of("assize check"), Optional.of("assize test"), Optional.of("assize plan"));
  }

  @Test
  void below_the_root_of_a_repository_it_is_said_where_the_workflow_must_stand()
      throws IOException {
    Files.createDirectory(folder.resolve(".git"));

    assertThat(type("init", "data/victims").out())
        .contains("at the root of the repository: move it there")
        .contains("working-directory: data/victims");
    assertThat(type("init").out()).doesNotContain("move it there");
  }

  private Typed type(String... words) {
    return Typed.in(folder, house, words);
  }
}
