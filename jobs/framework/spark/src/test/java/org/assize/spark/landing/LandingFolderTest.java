package org.assize.spark.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assize.spark.landing.Landings.HADOOP;
import static org.assize.spark.landing.Landings.deliver;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.assize.contract.Format;
import org.assize.contract.Source;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingFolderTest {

  @TempDir private Path root;
  private final Problems refused = new Problems();

  @Test
  void files_come_sorted_with_their_placeholders() throws IOException {
    Path late = deliver(root, "allied/position/2026-11-02/b.jsonl", "{}");
    deliver(root, "allied/position/2026-11-01/a 1%.jsonl", "{}\n");
    deliver(root, "allied/position/2026-11-01/notes.txt", "x");
    deliver(root, "allied/position/stray.jsonl", "x");
    deliver(root, "allied/event/2026-11-01/a.jsonl", "x");

    List<LandedFile> files = list("allied/position/{delivery_date}/*.jsonl");

    assertThat(files)
        .extracting(LandedFile::placeholders)
        .extracting(Map::copyOf)
        .containsExactly(
            Map.of("delivery_date", "2026-11-01"), Map.of("delivery_date", "2026-11-02"));
    assertThat(files).extracting(LandedFile::size).containsExactly(3L, 2L);
    assertThat(files.get(1).modifiedMillis()).isEqualTo(Files.getLastModifiedTime(late).toMillis());
    assertThat(files)
        .extracting(file -> file.name(source("allied/position/{delivery_date}/*.jsonl")))
        .containsExactly(
            "allied/position/2026-11-01/a 1%.jsonl", "allied/position/2026-11-02/b.jsonl");
    assertThat(files.get(0).placeholdersJson()).isEqualTo("{\"delivery_date\":\"2026-11-01\"}");
  }

  @Test
  void a_placeholder_is_as_short_as_it_can_be_and_never_empty() {
    deliver(root, "return_2026_v1_final.csv", "");
    deliver(root, "return__v1.csv", "");
    deliver(root, "return_.csv", "");

    List<LandedFile> files = list("return_{year}_{rest}.csv");

    assertThat(files)
        .extracting(LandedFile::placeholders)
        .extracting(Map::copyOf)
        .containsExactly(Map.of("year", "2026", "rest", "v1_final"));
  }

  @Test
  void a_placeholder_used_twice_has_one_value() {
    deliver(root, "2026/2026.csv", "");
    deliver(root, "2026/2027.csv", "");

    assertThat(list("{year}/{year}.csv"))
        .singleElement()
        .extracting(LandedFile::path)
        .asString()
        .endsWith("2026/2026.csv");
  }

  @Test
  void unfinished_and_hidden_names_are_no_deliveries() {
    for (String name : List.of("_a.csv", ".a.csv", "a.csv.tmp", "a.csv.part", "_old/a.csv")) {
      deliver(root, "in/" + name, "x");
    }

    deliver(root, "in/b.csv", "x");
    assertThat(list("in/*.*")).hasSize(1);
    assertThat(list("in/*/a.csv")).isEmpty();
    assertThat(list("in/_old/a.csv")).as("spelt out").hasSize(1);
  }

  @Test
  void characters_of_regular_expressions_and_uris_are_plain() {
    deliver(root, "a.b/x+1.csv", "");
    deliver(root, "a.b/10:30#é.csv", "");
    deliver(root, "aab/x.csv", "");

    assertThat(list("a.b/x+*.csv")).hasSize(1);
    assertThat(list("*.b/{name}.csv"))
        .extracting(LandedFile::placeholders)
        .extracting(found -> found.get("name"))
        .containsExactly("10:30#é", "x+1");
    assertThat(list("a.b/10:30#é.csv")).hasSize(1);
  }

  @Test
  void a_missing_folder_is_not_an_empty_one() throws IOException {
    assertThatThrownBy(() -> list("allied/position/{delivery_date}/*.jsonl"))
        .isInstanceOf(PlatformException.class)
        .hasMessage(
            "schemas/tests/thing.odcs.yaml:7: LANDING_MISSING: The landing folder allied/position"
                + " of source thing does not exist. Nothing was delivered there yet, or the landing"
                + " root of the environment is wrong. Create the folder below the landing root, or"
                + " correct `files` of the source.");

    Files.createDirectories(root.resolve("allied/position"));

    assertThat(list("allied/position/{delivery_date}/*.jsonl")).isEmpty();
    assertThat(list("allied/position/one.jsonl")).isEmpty();
  }

  @Test
  void a_folder_named_like_a_file_is_refused() throws IOException {
    Files.createDirectories(root.resolve("in/a.csv"));
    Files.createDirectories(root.resolve("in/b.csv"));
    deliver(root, "in/c.csv", "x");

    assertThat(list("in/*.csv")).as("the others are taken").hasSize(1);

    assertThat(refused.all())
        .hasSize(2)
        .allMatch(problem -> problem.code() == ErrorCode.FILE_REFUSED);
    assertThat(refused.all().get(0).problem())
        .isEqualTo("in/a.csv is a folder where source thing expects a file.");
  }

  @Test
  void a_folder_that_may_not_be_listed_says_so() {
    deliver(root, "in/a.csv", "x");
    var hadoop = new Configuration();
    hadoop.setClass("fs.locked.impl", LockedFiles.class, FileSystem.class);

    assertThatThrownBy(
            () ->
                LandingFolder.list(
                    source("in/*.csv"), URI.create("locked:" + root), hadoop, refused))
        .isInstanceOfSatisfying(
            PlatformException.class,
            denied ->
                assertThat(denied.problems())
                    .extracting(problem -> problem.code())
                    .containsExactly(ErrorCode.NO_PERMISSION))
        .hasMessageContaining("The landing folder of source thing may not be listed.");
  }

  private List<LandedFile> list(String pattern) {
    return LandingFolder.list(source(pattern), root.toUri(), HADOOP, refused);
  }

  private static Source source(String pattern) {
    return Landings.source(Format.JSONL, pattern);
  }
}
