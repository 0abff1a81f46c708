package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTreeTest {

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @Test
  void without_a_verb_the_help_goes_to_standard_error_and_nothing_is_green() {
    Typed typed = type();

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).startsWith("Usage: assize VERB [ARGUMENTS] [OPTIONS]\n");
  }

  @Test
  void help_lists_every_verb_in_its_group() {
    Typed typed = type("--help");

    assertThat(typed.exitCode()).isZero();
    for (Group group : Group.values()) {
      assertThat(typed.out()).contains("\n" + group.title() + "\n");
    }
    for (Verb verb : Verb.values()) {
      assertThat(typed.out()).contains(verb.summary());
    }
  }

  @Test
  void every_verb_has_help_with_examples_and_takes_the_common_options() {
    for (Verb verb : Verb.values()) {
      Typed typed = type(verb.word(), "--help");

      assertThat(typed.exitCode()).as(verb.word()).isZero();
      assertThat(typed.out())
          .as(verb.word())
          .contains("Usage: assize " + verb.word())
          .contains(verb.summary())
          .contains("--workspace", "--env", "--json", "--quiet")
          .contains("Examples\n  assize " + verb.word());
    }
  }

  @Test
  void help_can_be_asked_for_as_a_verb() {
    assertThat(type("help", "run")).isEqualTo(type("run", "--help"));
    assertThat(type("help")).isEqualTo(type("--help"));
  }

  @Test
  void the_version_names_assize_and_java() {
    Typed typed = type("--version");

    assertThat(typed.exitCode()).isZero();
    assertThat(typed.out()).startsWith("assize ").contains("\nJava 17").contains("Spark 3.5");
  }

  @Test
  void an_unknown_verb_suggests_the_nearest() {
    assertThat(type("chek"))
        .isEqualTo(
            new Typed(
                2,
                "",
                "USAGE: There is no verb `chek`. Did you mean `check`?"
                    + " `assize --help` lists the verbs.\n"));
  }

  @Test
  void an_unknown_option_suggests_the_nearest() {
    assertThat(type("run", "--form", "x").err())
        .isEqualTo(
            "USAGE: `assize run` has no option `--form`. Did you mean `--from`?"
                + " See `assize run --help`.\n");
  }

  @Test
  void an_unknown_verb_of_a_verb_suggests_the_nearest() {
    assertThat(type("quality", "acept", "b1").err())
        .startsWith("USAGE: `assize quality` has no verb `acept`. Did you mean `accept`?");
  }

  @Test
  void a_missing_value_and_an_argument_too_many_are_usage_errors() {
    assertThat(type("quality", "drop", "b1"))
        .isEqualTo(
            new Typed(
                2,
                "",
                "USAGE: Missing required option: '--reason=WHY'. See `assize quality drop --help`.\n"));
    assertThat(type("explain", "CYCLE", "USAGE").err())
        .startsWith("USAGE: `USAGE` is one argument too many for `assize explain`.");
  }

  @Test
  void a_usage_error_is_json_where_json_was_asked_for() {
    Typed typed = type("chek", "--json");

    assertThat(typed.out())
        .isEqualTo(
            """
            {
              "schema" : "assize.failure/1",
              "exitCode" : 2,
              "problems" : [
                {
                  "code" : "USAGE",
                  "file" : "",
                  "line" : 0,
                  "problem" : "There is no verb `chek`.",
                  "cause" : "",
                  "mend" : "Did you mean `check`? `assize --help` lists the verbs."
                }
              ]
            }
            """);
    assertThat(typed.err()).startsWith("USAGE: ");
  }

  @Test
  void outside_a_workspace_verbs_say_how_to_get_one() {
    Typed typed = type("check");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err())
        .startsWith("WORKSPACE_INVALID: There is no assize.yaml in this folder or above it.")
        .contains("assize init DIR");
  }

  @Test
  void the_nearest_workspace_upward_is_found_and_another_can_be_named() throws IOException {
    Starter.EXAMPLE.write(folder);
    Path below = folder.resolve("schemas/example");
    Path elsewhere = java.nio.file.Files.createDirectory(folder.resolve("elsewhere"));

    assertThat(Typed.in(below, house, "check").exitCode()).isZero();
    assertThat(Typed.in(elsewhere, house, "check", "--workspace", "..").exitCode()).isZero();
    assertThat(Typed.in(folder, house, "check", "--workspace", "elsewhere").exitCode())
        .isEqualTo(2);
  }

  @Test
  void an_unknown_environment_is_a_bad_configuration() throws IOException {
    Starter.EXAMPLE.write(folder);

    Typed typed = type("check", "--env", "porto");

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err()).startsWith("assize.yaml:").contains("no environment `porto`");
  }

  @Test
  void every_problem_is_printed_with_its_place_and_the_exit_code_is_the_gravest() {
    PlatformException thrown =
        new PlatformException(
            List.of(
                problem(ErrorCode.DISK_FULL, "a.yaml", 3), problem(ErrorCode.CYCLE, "b.yaml", 4)));

    Typed typed = failing(thrown);

    assertThat(typed.exitCode()).isEqualTo(2);
    assertThat(typed.err())
        .startsWith("a.yaml:3: DISK_FULL: Wrong.\nb.yaml:4: CYCLE: Wrong.\n")
        .endsWith("`assize explain DISK_FULL` says more.\n");
  }

  @Test
  void exit_codes_follow_the_type_of_the_problem() {
    assertThat(failing(problemOf(ErrorCode.RULE_INVALID)).exitCode()).isEqualTo(2);
    assertThat(failing(problemOf(ErrorCode.TABLE_FAILED)).exitCode()).isEqualTo(1);
    assertThat(failing(problemOf(ErrorCode.INTERNAL)).exitCode()).isEqualTo(1);
    assertThat(failing(problemOf(ErrorCode.INPUT_MISSING)).exitCode()).isEqualTo(5);
    assertThat(failing(problemOf(ErrorCode.CONFLICT)).exitCode()).isEqualTo(6);
  }

  @Test
  void a_full_disk_is_a_passing_fault_wherever_it_is_met() {
    Typed typed =
        failing(
            new IllegalStateException("row secret", new IOException("No space left on device")));

    assertThat(typed.exitCode()).isEqualTo(6);
    assertThat(typed.err()).startsWith("DISK_FULL: No space is left").doesNotContain("secret");
  }

  @Test
  void a_missing_permission_is_a_bad_configuration() {
    Typed denied = failing(new RuntimeException(new AccessDeniedException("/srv/landing")));

    assertThat(denied.exitCode()).isEqualTo(2);
    assertThat(denied.err()).startsWith("NO_PERMISSION: `/srv/landing` may not be used.");
    assertThat(
            failing(new RuntimeException(new FileNotFoundException("x (Permission denied)"))).err())
        .startsWith("NO_PERMISSION: ");
  }

  @Test
  void anything_unexpected_ends_with_1_and_shows_neither_message_nor_stack() {
    Typed typed = failing(new IllegalStateException("row secret"));

    assertThat(typed.exitCode()).isEqualTo(1);
    assertThat(typed.err())
        .startsWith("INTERNAL: An unexpected IllegalStateException in org.assize.cli.")
        .contains("ASSIZE_DEBUG=1")
        .doesNotContain("secret")
        .doesNotContain("\tat ")
        .doesNotContain("    at ");
  }

  @Test
  void used_up_memory_says_how_to_give_more() {
    assertThat(failing(new OutOfMemoryError("Java heap space")).err())
        .startsWith("INTERNAL: The memory of the process is used up. Give it more,");
  }

  @Test
  void the_inner_story_has_frames_but_no_messages() throws IOException {
    Starter.EXAMPLE.write(folder);
    house.engine.queries =
        sql -> {
          throw new IllegalStateException("row secret", new IOException("row secret"));
        };

    Typed typed = Typed.in(folder, house, Map.of("ASSIZE_DEBUG", "1"), "query", "SELECT 1");

    assertThat(typed.err())
        .contains("java.lang.IllegalStateException\n    at org.assize.cli.")
        .contains("caused by java.io.IOException\n")
        .doesNotContain("secret");
  }

  private Typed failing(Throwable thrown) {
    try {
      Starter.EXAMPLE.write(folder);
    } catch (IOException alreadyThere) {
      assertThat(folder).isNotEmptyDirectory();
    }
    house.engine.queries =
        sql -> {
          if (thrown instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) thrown;
        };
    return type("query", "SELECT 1");
  }

  private static PlatformException problemOf(ErrorCode code) {
    return new PlatformException(List.of(problem(code, "", 0)));
  }

  private static Problem problem(ErrorCode code, String file, int line) {
    return new Problem(code, new Place(file, line), "Wrong.", "", "");
  }

  private Typed type(String... words) {
    return Typed.in(folder, house, words);
  }
}
