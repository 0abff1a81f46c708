package org.assize.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.Cron;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.contract.Runs;
import org.assize.contract.Schedule;
import org.assize.contract.Schedule.Missed;
import org.assize.core.DataInterval;
import org.assize.core.Outlets;
import org.assize.core.Workspace;
import org.assize.core.schedule.Occurrences;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real Airflow reads in the files that are generated. */
@Tag("airflow")
class ParsedDagsTest {

  private static final DatasetName SALE = new DatasetName("shop", Layer.CURATED, "sale");
  private static final DatasetName TAKINGS = new DatasetName("shop", Layer.PUBLISHED, "takings");

  @TempDir private Path folder;

  @Test
  void a_dag_says_what_the_pipeline_says() throws Exception {
    JsonNode read = parsed(List.of(daily("shop__daily"), whenPublished()));

    assertThat(read.get("errors")).isEmpty();
    assertThat(read.get("same").asBoolean()).isTrue();
    JsonNode dag = read.get("dags").get("shop__daily");
    assertThat(dag.get("start").asText()).isEqualTo("2026-03-28 00:00:00+00:00");
    assertThat(dag.get("catchup").asBoolean()).isTrue();
    assertThat(dag.get("runs").asInt()).isEqualTo(1);
    assertThat(dag.get("tags")).hasToString("[\"assize\",\"shop\"]");
    assertThat(dag.get("timetable").asText()).isEqualTo("CronDataIntervalTimetable");
    assertThat(dag.get("tasks").get("takings"))
        .hasToString(
            "{\"after\":[\"sale\"],\"pool\":\"assize_shop\",\"owner\":\"Shop team\",\"retries\":3,"
                + "\"timeout\":3600.0,\"publishes\":[\"assize://shop_published/takings\"]}");
    assertThat(dag.get("tasks").get("sale").get("publishes")).isEmpty();
    JsonNode follower = read.get("dags").get("court__when_published");
    assertThat(follower.get("awaited")).hasToString("[\"assize://shop_published/takings\"]");
    assertThat(follower.get("catchup").asBoolean()).isFalse();
  }

  @Test
  void a_run_that_computes_anew_runs_only_what_is_meant_each_day_once() throws Exception {
    var pipeline = daily("shop__daily");
    write(List.of(pipeline));
    var span =
        new DataInterval(
            Instant.parse("2026-03-28T00:00:00Z"), Instant.parse("2026-03-30T23:00:00Z"));
    String anew =
        new ObjectMapper()
            .writeValueAsString(
                ComputedAnew.of(pipeline, List.of(TAKINGS), Optional.of(span)).settings());

    assertThat(words("DagRunType.SCHEDULED", "2026-03-28T05:00:00+00:00", "{}"))
        .containsExactly(
            "sale assize run --quiet shop/sale", "takings assize run --quiet shop/takings");
    assertThat(words("DagRunType.BACKFILL", "2026-03-27T05:00:00+00:00", anew))
        .containsExactly(
            "sale skipped: nothing here is meant by this run",
            "takings assize run --quiet --restate --from=2026-03-28T00:00:00+00:00"
                + " --to=2026-03-30T04:00:00+00:00 --starting shop/takings");
    assertThat(words("DagRunType.BACKFILL", "2026-03-31T04:00:00+00:00", anew))
        .contains("takings skipped: nothing here is meant by this run");
    assertThat(words("DagRunType.MANUAL", "", anew))
        .contains(
            "takings assize run --quiet --restate --from=2026-03-28T00:00:00+00:00"
                + " --to=2026-03-30T23:00:00+00:00 --starting shop/takings");
  }

  @Test
  void the_process_of_a_task_hears_which_task_it_belongs_to_and_a_retry_is_another()
      throws Exception {
    write(List.of(daily("shop__daily")));

    List<String> first = parents("1");

    assertThat(first.get(0))
        .matches("OPENLINEAGE_PARENT_ID=default/shop__daily\\.sale/[0-9a-f-]{36}");
    assertThat(first.get(1))
        .matches("OPENLINEAGE_ROOT_PARENT_ID=default/shop__daily/[0-9a-f-]{36}");
    assertThat(parents("1")).isEqualTo(first);
    assertThat(parents("2").get(0)).isNotEqualTo(first.get(0));
    assertThat(parents("2").get(1)).isEqualTo(first.get(1));
  }

  private List<String> parents(String attempt) throws Exception {
    return AirflowPython.installed(folder)
        .lines("parents.py", folder + "/dags", "shop__daily", "sale", attempt)
        .stream()
        .filter(line -> line.contains("OPENLINEAGE_"))
        .map(line -> line.substring(line.indexOf("OPENLINEAGE_")).split(" ")[0])
        .toList();
  }

  /** Of a run whose interval ends on 30 March. */
  private List<String> words(String kind, String start, String settings) throws Exception {
    String end = start.isEmpty() ? "" : "2026-03-30T04:00:00+00:00";
    List<String> all =
        AirflowPython.installed(folder)
            .lines("words.py", folder + "/dags", "shop__daily", kind, start, end, settings);
    return all.stream().filter(line -> line.matches("(sale|takings) .*")).toList();
  }

  @Test
  void intervals_of_a_dag_are_those_that_we_plan_on_the_days_when_clocks_change() throws Exception {
    var pipeline = daily("shop__daily");
    write(List.of(pipeline));

    assertThat(intervals("2026-03-27T12:00:00Z", "2026-03-30T12:00:00Z"))
        .isEqualTo(planned(pipeline, "2026-03-27T12:00:00Z", "2026-03-30T12:00:00Z"))
        .contains("interval 2026-03-28T05:00:00Z 2026-03-29T04:00:00Z");
    assertThat(intervals("2026-10-23T12:00:00Z", "2026-10-26T12:00:00Z"))
        .isEqualTo(planned(pipeline, "2026-10-23T12:00:00Z", "2026-10-26T12:00:00Z"))
        .contains("interval 2026-10-24T04:00:00Z 2026-10-25T05:00:00Z");
  }

  private List<String> intervals(String from, String until) throws Exception {
    return AirflowPython.installed(folder)
        .lines("dag_intervals.py", folder + "/dags", "shop__daily", from, until)
        .stream()
        .filter(line -> line.startsWith("interval "))
        .toList();
  }

  private static List<String> planned(Pipeline pipeline, String from, String until) {
    Schedule schedule = pipeline.schedule().orElseThrow();
    var occurrences = new Occurrences(schedule.cron(), schedule.timezone());
    List<String> planned = new ArrayList<>();
    Instant start = occurrences.next(Instant.parse(from));
    while (start.isBefore(Instant.parse(until))) {
      Instant end = occurrences.next(start);
      planned.add("interval " + start + " " + end);
      start = end;
    }
    return planned;
  }

  @Test
  void each_of_many_files_is_read_in_under_half_a_second() throws Exception {
    List<Pipeline> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      many.add(daily("shop__daily_" + i));
    }

    JsonNode read = parsed(many);

    assertThat(read.get("dags")).hasSize(50);
    assertThat(read.get("seconds").asDouble()).isLessThan(0.5 * 50);
  }

  private JsonNode parsed(List<Pipeline> pipelines) throws Exception {
    AirflowPython airflow = AirflowPython.installed(folder);
    write(pipelines);
    List<String> lines = airflow.lines("parse_dags.py", folder + "/dags");
    return new ObjectMapper().readTree(lines.get(lines.size() - 1));
  }

  private void write(List<Pipeline> pipelines) throws IOException {
    var workspace =
        new Workspace(
            folder,
            "default",
            URI.create("file:/w"),
            URI.create("file:/l"),
            false,
            Optional.empty(),
            Outlets.NONE,
            List.of());
    var dags = new DagFolder(folder.resolve("dags"));
    dags.apply(dags.differences(DagFiles.of(workspace, pipelines)));
  }

  private static Pipeline daily(String id) {
    var schedule =
        new Schedule(
            Cron.parse("0 5 * * *"),
            ZoneId.of("Europe/London"),
            Optional.of(LocalDate.parse("2026-03-28")),
            Missed.ALL);
    return new Pipeline(
        id,
        "shop",
        "Shop team",
        new Runs(2, Duration.ofHours(1), 3, Duration.ofMinutes(5)),
        Optional.of(schedule),
        List.of(),
        List.of(
            new Task("sale", List.of(SALE), Set.of(), false),
            new Task("takings", List.of(TAKINGS), Set.of("sale"), true)));
  }

  private static Pipeline whenPublished() {
    DatasetName fines = new DatasetName("court", Layer.PUBLISHED, "fines");
    return new Pipeline(
        "court__when_published",
        "court",
        "",
        Runs.USUAL,
        Optional.empty(),
        List.of(TAKINGS),
        List.of(new Task("fines", List.of(fines), Set.of(), false)));
  }
}
