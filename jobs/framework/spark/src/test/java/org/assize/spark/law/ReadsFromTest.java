package org.assize.spark.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.assize.core.DataInterval;
import org.assize.core.Foreseen;
import org.assize.core.RunListener;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome.Status;
import org.assize.core.TableTask;
import org.assize.spark.Engine;
import org.assize.testkit.SparkTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments that read what they have not built from another one. */
@SparkTest
class ReadsFromTest {

  private static final String SETTINGS =
      """
      warehouse: prod
      landing: landing
      environments:
        prod: {}
        dev: {warehouse: dev, readsFrom: prod}
        own: {warehouse: own, landing: mine, readsFrom: prod}
      """;

  @TempDir Path folder;
  private TestWorkspace prod;

  @BeforeEach
  void filled(SparkSession spark) {
    prod = Fixes.in(folder).write("assize.yaml", SETTINGS);
    deliver(1, 51.5);
    deliver(2, 52.5);
    assertThat(prod.run().exitCode()).isZero();
  }

  @Test
  void what_was_not_built_is_read_and_never_written_and_plan_run_and_ledger_say_so() {
    TestWorkspace dev = prod.at("dev");
    String reads = "reads em_curated.fix of prod";

    assertThat(foreseen(dev, "em/fix_daily").note()).hasValue(reads);
    RunReport report = run(dev, "em/fix_daily");

    assertThat(TestWorkspace.outcome(report, Fixes.DAILY).note()).isEqualTo(reads);
    assertThat(daily(dev)).isEqualTo(daily(prod)).hasSize(2);
    assertThat(dev.query("SELECT detail FROM ops.event WHERE kind = 'INTENT'").head().getString(0))
        .contains("\"warehouse\":\"" + prod.loaded().warehouse() + "\"");
    assertThat(folder.resolve("dev/curated")).doesNotExist();
    assertThat(run(dev, "em/fix_daily").nothingToDo()).isTrue();
    assertThat(prod.run().nothingToDo()).as("prod stands as it stood").isTrue();
  }

  @Test
  void only_what_changed_in_the_other_warehouse_is_read_again() {
    TestWorkspace dev = prod.at("dev");
    run(dev, "em/fix_daily");
    deliver(3, 51.0);
    prod.run();

    RunReport report = run(dev, "em/fix_daily");

    assertThat(TestWorkspace.outcome(report, Fixes.DAILY).counts()).containsEntry("intervals", 1L);
    assertThat(daily(dev)).isEqualTo(daily(prod)).hasSize(3);
  }

  @Test
  void once_built_the_own_table_is_read_whole_though_its_version_has_the_same_number() {
    TestWorkspace dev = prod.at("dev");
    run(dev, "em/fix_daily");

    // Built out of the raw records of prod, whose files prod alone lands.
    RunReport built = run(dev, "em/fix");

    assertThat(TestWorkspace.outcome(built, "em_raw.supplier_fix").note())
        .isEqualTo("its files are landed in prod, and read there");
    assertThat(TestWorkspace.outcome(built, Fixes.CURATED).note())
        .isEqualTo("reads em_raw.supplier_fix of prod");
    assertThat(version(dev)).isEqualTo(version(prod));
    RunReport report = run(dev, "em/fix_daily");
    assertThat(TestWorkspace.outcome(report, Fixes.DAILY).status()).isEqualTo(Status.COMMITTED);
    assertThat(TestWorkspace.outcome(report, Fixes.DAILY).note()).isEmpty();
    assertThat(daily(dev)).isEqualTo(daily(prod));
    assertThat(run(dev, "em").nothingToDo()).isTrue();
  }

  @Test
  void rows_of_another_warehouse_leave_when_the_own_records_come() {
    TestWorkspace own = prod.at("own");
    RunReport first = run(own, "em");
    assertThat(first.exitCode()).as(first.tables().toString()).isZero();
    assertThat(TestWorkspace.outcome(first, Fixes.CURATED).counts()).containsEntry("rows", 2L);
    assertThat(daily(own)).isEqualTo(daily(prod)).hasSize(2);
    TestWorkspace full = Fixes.in(folder.resolve("full"));
    String fix = Fixes.fix(7, "2026-03-07T10:00:00Z", "2026-03-07T10:06:00Z", 51.5);
    full.deliver("fix/2026-03-07/a.jsonl", fix).run();

    own.write("mine/fix/2026-03-07/a.jsonl", fix + "\n");
    RunReport report = run(own, "em");

    assertThat(report.exitCode()).as(report.tables().toString()).isZero();
    assertThat(rows(own)).as("law 6").isEqualTo(rows(full)).hasSize(1);
    assertThat(daily(own)).isEqualTo(daily(full));
    assertThat(run(own, "em").nothingToDo()).isTrue();
  }

  @Test
  void an_interrupted_batch_reads_on_where_it_began_reading() {
    TestWorkspace dev = prod.at("dev");
    RunListener killer = Kills.listener("committing");
    assertThatThrownBy(() -> dev.run(killer, Optional.empty(), false, "em/fix_daily"))
        .isInstanceOf(Kills.Killed.class);
    run(dev, "em/fix");

    RunReport report = run(dev, "em/fix_daily");

    assertThat(report.exitCode()).as(report.tables().toString()).isZero();
    assertThat(daily(dev)).isEqualTo(daily(prod));
    assertThat(run(dev, "em").nothingToDo()).isTrue();
  }

  private void deliver(int day, double latitude) {
    prod.deliver(
        "fix/2026-03-0" + day + "/a.jsonl",
        Fixes.fix(
            day, "2026-03-0" + day + "T10:00:00Z", "2026-03-0" + day + "T10:06:00Z", latitude));
  }

  private static RunReport run(TestWorkspace workspace, String... selectors) {
    return workspace.run(RunListener.SILENT, Optional.<DataInterval>empty(), false, selectors);
  }

  private static Foreseen foreseen(TestWorkspace workspace, String selector) {
    List<TableTask> tasks =
        workspace
            .graph()
            .select(List.of(selector), new org.assize.contract.problem.Problems())
            .stream()
            .map(table -> new TableTask(table, Optional.empty(), false))
            .toList();
    try (Engine engine = workspace.engine()) {
      return engine.foresee(tasks, RunListener.SILENT).get(0);
    }
  }

  private static long version(TestWorkspace workspace) {
    try (Engine engine = workspace.engine()) {
      var fix = workspace.loaded().contracts().get(0).name();
      return engine.versions(List.of(fix)).get(fix);
    }
  }

  private static Map<List<@Nullable Object>, Long> daily(TestWorkspace workspace) {
    return workspace.rows(Fixes.DAILY, "day", "fixes");
  }

  private static Map<List<@Nullable Object>, Long> rows(TestWorkspace workspace) {
    return workspace.rows(Fixes.CURATED, "fix_id", "fix_at", "latitude");
  }
}
