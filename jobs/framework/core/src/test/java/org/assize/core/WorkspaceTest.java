package org.assize.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

  @TempDir Path root;

  private final Problems problems = new Problems();

  @Test
  void a_folder_without_settings_is_no_workspace() {
    WorkspaceLoader.load(root, Optional.empty(), problems);

    assertThat(codes()).contains("WORKSPACE_INVALID");
    assertThat(problems.all().toString()).contains("There is no `assize.yaml`");
  }

  @Test
  void settings_name_locations_by_environment_and_an_unknown_key_suggests_the_nearest()
      throws IOException {
    write("schemas/.keep", "");
    write(
        "assize.yaml",
        "warehose: x\nlanding: in\nenvironments:\n  prod: {warehouse: 'hdfs://store/w'}\n");

    Workspace workspace = WorkspaceLoader.load(root, Optional.of("prod"), problems);

    assertThat(workspace.warehouse()).hasToString("hdfs://store/w");
    assertThat(workspace.landing().getPath()).endsWith("/in");
    assertThat(problems.all())
        .singleElement()
        .hasToString(
            "assize.yaml:1: UNKNOWN_KEY: Unknown key `warehose`. Known: version, warehouse,"
                + " landing, approval, airflow, alerts, lineage, id,"
                + " environments. Did you mean `warehouse`?");
  }

  @Test
  void it_says_who_is_told_and_how() throws IOException {
    write("schemas/.keep", "");
    write(
        "assize.yaml",
        "environments:\n"
            + "  prod:\n"
            + "    alerts:\n"
            + "      mail: {host: smtp.example.org, port: 465, security: tls, from:"
            + " a@example.org}\n"
            + "      platform: [{channel: ops, tool: teams}]\n"
            + "      link: https://portal.example.org/{domain}/{table}\n");

    Outlets outlets = WorkspaceLoader.load(root, Optional.of("prod"), problems).outlets();

    assertThat(problems.all()).isEmpty();
    assertThat(outlets.mail())
        .hasToString(
            "Optional[MailSettings[host=smtp.example.org, port=465, security=TLS,"
                + " user=Optional.empty, from=a@example.org]]");
    assertThat(outlets.platform()).extracting(channel -> channel.tool()).containsExactly("teams");
    assertThat(outlets.link()).contains("https://portal.example.org/{domain}/{table}");
    assertThat(WorkspaceLoader.load(root, Optional.empty(), problems).outlets())
        .isEqualTo(Outlets.NONE);
    write("assize.yaml", "alerts: {mail: {security: some}}\n");
    WorkspaceLoader.load(root, Optional.empty(), problems);
    assertThat(problems.all())
        .singleElement()
        .hasToString("assize.yaml:1: WRONG_TYPE: `security` is one of starttls, tls and none.");
  }

  @Test
  void tasks_go_through_spark_submit_where_an_environment_says_so() throws IOException {
    write("schemas/.keep", "");
    write(
        "assize.yaml",
        "environments:\n"
            + "  prod:\n"
            + "    airflow:\n"
            + "      submit: {master: yarn, home: /opt/assize, conf: {spark.executor.cores: 4}}\n");

    AirflowSettings airflow =
        WorkspaceLoader.load(root, Optional.of("prod"), problems).airflow().orElseThrow();

    assertThat(problems.all()).isEmpty();
    assertThat(airflow.command()).containsExactly("spark-submit");
    assertThat(airflow.submit())
        .hasToString(
            "Optional[SubmitSettings[master=yarn, home=/opt/assize,"
                + " conf={spark.executor.cores=4}]]");
  }

  @Test
  void what_would_lose_exit_codes_or_tell_secrets_is_refused_with_its_line() throws IOException {
    write("schemas/.keep", "");
    write(
        "assize.yaml",
        "airflow:\n"
            + "  submit:\n"
            + "    home: /opt/our assize\n"
            + "    conf:\n"
            + "      spark.submit.deployMode: cluster\n"
            + "      spark.hadoop.fs.s3a.secret.key: hunter2\n"
            + "      executor.cores: 4\n");

    WorkspaceLoader.load(root, Optional.empty(), problems);

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "assize.yaml:3: MISSING_KEY: `submit` needs `master`. Write what spark-submit takes by"
                + " --master, for example yarn.",
            "assize.yaml:3: WRONG_TYPE: `home` is a folder without blanks, colons, quotes and stars"
                + " in its path. It becomes part of Java's class path and options.",
            "assize.yaml:5: WRONG_TYPE: `spark.submit.deployMode` is not set here. It is always"
                + " client: in cluster mode spark-submit does not end with the exit code of a run,"
                + " and Airflow could not tell a hold from a failure. Take it out.",
            "assize.yaml:6: WRONG_TYPE: `spark.hadoop.fs.s3a.secret.key` is a secret, and would"
                + " stand in a generated file. Write it into spark-defaults.conf where tasks run,"
                + " and take it out of assize.yaml.",
            "assize.yaml:7: UNKNOWN_KEY: `executor.cores` is no setting of Spark. spark-submit"
                + " ignores keys that do not begin with `spark.`.");
  }

  @Test
  void a_workspace_for_another_version_has_that_fault_alone_with_its_line_and_mend()
      throws IOException {
    write("assize.yaml", "landing: in\nversion: 0.0.1\n");
    write("schemas/shop/broken.odcs.yaml", "a: [");

    WorkspaceLoader.load(root, Optional.empty(), problems);

    assertThat(problems.all())
        .singleElement()
        .hasToString(
            "assize.yaml:2: OTHER_VERSION: This workspace is for Assize 0.0.1; this is "
                + ProgramVersion.current()
                + ". Start it with the release 0.0.1, or write `version: "
                + ProgramVersion.current()
                + "` and see by `assize check` and `assize test` that all is well.");
  }

  @Test
  void a_workspace_for_this_version_is_read() throws IOException {
    write("schemas/.keep", "");
    write("assize.yaml", "version: " + ProgramVersion.current() + "\n");

    WorkspaceLoader.load(root, Optional.empty(), problems);

    assertThat(problems.all()).isEmpty();
    assertThat(ProgramVersion.current()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void an_unknown_environment_is_refused_with_the_known_ones() throws IOException {
    write("schemas/.keep", "");
    write("assize.yaml", "environments:\n  dev: {warehouse: w}\n");

    WorkspaceLoader.load(root, Optional.of("prod"), problems);

    assertThat(problems.all().toString())
        .contains("There is no environment `prod`", "Declared: dev.");
  }

  @Test
  void a_query_brings_its_inputs_and_unknown_tables_and_cycles_are_named() throws IOException {
    write("assize.yaml", "");
    derived("a", "SELECT 1 AS n FROM shop_published.b");
    derived("b", "SELECT 1 AS n FROM shop_published.c");
    derived("c", "SELECT 1 AS n FROM shop_published.a");
    derived("d", "SELECT 1 AS n FROM shop_published.bb");
    derived("e", "");
    Files.delete(root.resolve("jobs/shop/e.sql"));

    TableGraph.of(WorkspaceLoader.load(root, Optional.empty(), problems), new Words(), problems);

    assertThat(codes()).containsExactlyInAnyOrder("CYCLE", "UNKNOWN_TABLE", "SQL_MISSING");
    assertThat(problems.all().toString())
        .contains("shop_published.a → shop_published.b → shop_published.c → shop_published.a")
        .contains("No table is called `shop_published.bb`")
        .contains("jobs/shop/e.sql");
  }

  @Test
  void selectors_name_domains_tables_what_they_need_and_what_needs_them() throws IOException {
    write("assize.yaml", "");
    derived("a", "SELECT 1 AS n FROM shop_published.b");
    derived("b", "SELECT 1 AS n FROM shop_published.c");
    derived("c", "SELECT 1 AS n");
    TableGraph graph =
        TableGraph.of(
            WorkspaceLoader.load(root, Optional.empty(), problems), new Words(), problems);
    problems.throwIfAny();

    assertThat(chosen(graph, "shop/b")).containsExactly("b");
    assertThat(chosen(graph, "+shop/b")).containsExactly("c", "b");
    assertThat(chosen(graph, "shop/b+")).containsExactly("b", "a");
    assertThat(chosen(graph, "shop")).containsExactly("c", "b", "a");
    assertThat(chosen(graph)).containsExactly("c", "b", "a");
    assertThat(chosen(graph, "shp")).isEmpty();
    assertThat(problems.all().toString()).contains("Did you mean `shop`?");
  }

  @Test
  void a_table_by_interval_needs_an_input_with_intervals() throws IOException {
    write("assize.yaml", "");
    derived("a", "SELECT 1 AS n FROM shop_published.b");
    derived("b", "SELECT 1 AS n");
    Path contract = root.resolve("schemas/shop/a.odcs.yaml");
    Files.writeString(
        contract,
        Files.readString(contract)
            .replace("integer", "date")
            .replace(
                "{mode: replace}", "{mode: replaceInterval, interval: {column: n, grain: day}}"));

    TableGraph.of(WorkspaceLoader.load(root, Optional.empty(), problems), new Words(), problems);

    assertThat(problems.all())
        .singleElement()
        .asString()
        .contains("`shop_published.a` is computed by interval, and no table that it reads is cut");
  }

  private List<String> chosen(TableGraph graph, String... selectors) {
    return graph.select(List.of(selectors), problems).stream()
        .map(definition -> definition.table().table())
        .toList();
  }

  private void derived(String table, String sql) throws IOException {
    write("jobs/shop/" + table + ".sql", sql);
    write(
        "schemas/shop/" + table + ".odcs.yaml",
        "apiVersion: v3.1.0\nkind: DataContract\nid: shop."
            + table
            + "\nversion: 1.0.0\nstatus: active\nschema:\n  - name: "
            + table
            + "\n    properties:\n      - {name: n, logicalType: integer}\n"
            + "customProperties:\n  - property: assize\n    value:\n      layer: published\n"
            + "      load: {mode: replace}\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> codes() {
    return problems.all().stream().map(Problem::code).map(Enum::name).toList();
  }
}
