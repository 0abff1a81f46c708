package org.assize.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.core.Definition;
import org.assize.core.Outlets;
import org.assize.core.Plan;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.assize.core.TableRunner;
import org.assize.core.TableTask;
import org.assize.core.Workspace;
import org.junit.jupiter.api.Test;

class LocalRunnerTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final List<String> waves = new ArrayList<>();

  @Test
  void tables_whose_inputs_are_done_run_together_and_the_others_wait() {
    RunReport report =
        run(
            Status.COMMITTED,
            task("a"),
            task("b"),
            task("c", "a", "b"),
            task("d", "c", "not-in-this-plan"));

    assertThat(waves).containsExactly("a b", "c", "d");
    assertThat(report.exitCode()).isZero();
  }

  @Test
  void what_depends_on_a_held_table_is_not_run_and_says_why_while_others_go_on() {
    RunReport report =
        run(Status.HELD, task("a"), task("b"), task("c", "a"), task("d", "c"), task("e", "b"));

    assertThat(waves).containsExactly("a b", "e");
    assertThat(report.tables())
        .extracting(TableOutcome::note)
        .containsExactly("", "", "d_curated.a is held", "d_curated.c was not run", "");
    assertThat(report.exitCode()).isEqualTo(4);
  }

  @Test
  void tables_of_one_group_run_in_one_wave_and_stop_together() {
    run(Status.COMMITTED, task("a"), task("g_one"), task("g_two", "a"), task("c", "g_one"));
    assertThat(waves).containsExactly("a", "g_one g_two", "c");

    waves.clear();
    RunReport report = run(Status.HELD, task("a"), task("g_one"), task("g_two", "a"));

    assertThat(waves).containsExactly("a");
    assertThat(report.tables())
        .extracting(TableOutcome::note)
        .containsExactly("", "d_curated.a is held", "d_curated.a is held");
  }

  @Test
  void a_table_that_failed_in_part_hands_on_what_it_committed() {
    TableRunner inPart =
        (ready, listener) ->
            ready.stream()
                .map(
                    task -> {
                      waves.add(task.table().table());
                      return new TableOutcome(
                          task.table(),
                          Status.FAILED,
                          Optional.empty(),
                          Optional.of(3L),
                          java.util.Map.of(),
                          java.util.Map.of(),
                          List.of(),
                          "",
                          Duration.ZERO);
                    })
                .toList();

    new LocalRunner(CLOCK).run("r", plan(task("a"), task("b", "a")), inPart, RunListener.SILENT);

    assertThat(waves).containsExactly("a", "b");
  }

  /** The table {@code a} ends with a status, the others are committed. */
  private RunReport run(Status ofA, TableTask... tasks) {
    TableRunner runner =
        (ready, listener) -> {
          waves.add(String.join(" ", ready.stream().map(task -> task.table().table()).toList()));
          return ready.stream()
              .map(
                  task ->
                      TableOutcome.of(
                          task.table(),
                          task.table().table().equals("a") ? ofA : Status.COMMITTED,
                          ""))
              .toList();
        };
    return new LocalRunner(CLOCK).run("r", plan(tasks), runner, RunListener.SILENT);
  }

  private static Plan plan(TableTask... tasks) {
    var workspace =
        new Workspace(
            Path.of("w"),
            "default",
            URI.create("file:/w"),
            URI.create("file:/l"),
            false,
            Optional.empty(),
            Outlets.NONE,
            List.of());
    return new Plan(workspace, List.of(tasks));
  }

  private static TableTask task(String table, String... needs) {
    List<DatasetName> inputs = java.util.Arrays.stream(needs).map(LocalRunnerTest::name).toList();
    return new TableTask(new Planned(name(table), inputs).definition(), Optional.empty(), false);
  }

  private static DatasetName name(String table) {
    return new DatasetName("d", Layer.CURATED, table);
  }

  /** A derived table with only what a runner looks at. */
  private record Planned(DatasetName table, List<DatasetName> needs) {
    Definition definition() {
      var contract =
          new org.assize.contract.DataContract(
              table,
              org.assize.contract.problem.Place.NOWHERE,
              table.toString(),
              "1.0.0",
              "active",
              Optional.empty(),
              "",
              "",
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              Optional.of(new org.assize.contract.TransformSpec(Optional.empty(), List.of())),
              new org.assize.contract.Load(
                  org.assize.contract.Load.Mode.REPLACE,
                  List.of(),
                  Optional.empty(),
                  Optional.empty()),
              Optional.empty(),
              Optional.of(table.table())
                  .filter(name -> name.contains("_"))
                  .map(name -> name.substring(0, 1)),
              List.of(),
              org.assize.contract.ServiceTerms.NONE);
      List<org.assize.core.ResolvedInput> inputs =
          needs.stream()
              .map(
                  need ->
                      new org.assize.core.ResolvedInput(
                          need.toString(),
                          need,
                          org.assize.contract.InputSpec.Read.ALL,
                          Duration.ZERO,
                          Duration.ZERO,
                          false))
              .toList();
      return new Definition.Derived(
          contract,
          new org.assize.contract.rule.RuleSet(List.of(), List.of(), ""),
          Optional.empty(),
          inputs,
          Definition.Beside.NONE);
    }
  }
}
