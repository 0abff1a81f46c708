package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suggested rules are a change of the contract that applies, passes, and says all at once. */
@Tag("spark")
class QualitySuggestTest {

  private static final String CONTRACT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: tags.fix
      version: 1.0.0
      status: active
      schema:
        - name: fix
          description: A fix of a tag.
          properties:
            - {name: id, logicalType: integer, primaryKey: true, required: true, description: Number}
            - {name: serial, logicalType: string, description: "Of the device {printed}"}
            - name: speed # in knots
              logicalType: number
              description: |
                Over ground.

                Not through water.
            - {name: surname, logicalType: string, classification: restricted}
            - {name: height, logicalType: integer, classification: internal}
            - {name: band, logicalType: string}
            - {name: seen_on, logicalType: date, required: true}
            - {name: steps, logicalType: integer, logicalTypeOptions: {minimum: 1}}
            - {name: note,
               logicalType: string}

      customProperties:
        - property: assize
          value:
            layer: curated
            sources: [{name: feed, files: "feed/{day}.csv", format: csv}]
            load: {mode: append}
      """;

  @TempDir private Path folder;

  private Path contract() {
    return folder.resolve("schemas/tags/fix.odcs.yaml");
  }

  private void deliver(int rows) throws IOException {
    Files.createDirectories(contract().getParent());
    Files.createDirectories(folder.resolve("landing/feed"));
    Files.writeString(folder.resolve("assize.yaml"), "warehouse: warehouse\nlanding: landing\n");
    Files.writeString(contract(), CONTRACT);
    var csv = new StringBuilder("id,serial,speed,surname,height,band,seen_on,steps,note\n");
    for (int i = 0; i < rows; i++) {
      csv.append(
          "%d,AB%04d-7,%s,Zebedee,%d,%s,2026-02-%02d,%d,%s\n"
              .formatted(
                  i,
                  i,
                  i % 9 == 0 ? "" : -3.5 + i,
                  1971 + i % 3,
                  i % 3 == 0 ? "it's" : "b: c",
                  1 + i % 28,
                  i + 1,
                  "x".repeat(1 + i % 9)));
    }
    Files.writeString(folder.resolve("landing/feed/1.csv"), csv);
    assertThat(type("run").exitCode()).isZero();
  }

  @Test
  void the_change_applies_passes_the_check_and_leaves_nothing_to_suggest() throws Exception {
    deliver(200);

    Typed suggested = type("quality", "suggest", "tags/fix");

    assertThat(suggested.exitCode()).as(suggested.toString()).isZero();
    assertThat(suggested.out())
        .startsWith("--- a/schemas/tags/fix.odcs.yaml\n+++ b/schemas/tags/fix.odcs.yaml\n@@ -8,")
        .contains(
            "+      - {name: serial, logicalType: string, description: \"Of the device {printed}\","
                + " required: true, unique: true, logicalTypeOptions: {pattern:"
                + " '\\p{Lu}{2}\\p{N}{4}-\\p{N}'}}\n",
            "+        logicalTypeOptions: {minimum: -3, maximum: 200}\n",
            "+      - {name: surname, logicalType: string, classification: restricted, required: true,"
                + " logicalTypeOptions: {minLength: 7, maxLength: 7}}\n",
            "+      - {name: height, logicalType: integer, classification: internal, required: true}\n",
            "required: true, quality: [{metric: invalidValues, mustBe: 0, severity: warning,"
                + " dimension: conformity, arguments: {validValues: ['b: c', 'it''s']}}]}\n",
            "required: true, logicalTypeOptions: {minimum: 2026-01-01}}\n",
            "+    quality:\n+      - {id: usual_rows, type: custom, engine: assize,")
        .doesNotContain("Zebedee", "1971", "1973", "maximum: 2000", "Number, logical");
    assertThat(suggested.err())
        .contains("counting tags_curated.fix, 1 of 4\n", "4 of 4\n", "From 200 rows. Review it")
        .contains("By hand: note required: true\n");
    Path diff = Files.writeString(folder.resolve("rules.diff"), suggested.out());
    new Repository(folder).git("apply", diff.toString());
    Typed checked = type("check");
    assertThat(checked.exitCode()).as(checked.toString()).isZero();
    assertThat(type("quality", "suggest", "tags/fix").out()).isEmpty();
    assertThat(type("run").exitCode()).isZero();
  }

  @Test
  void few_rows_suggest_nothing() throws Exception {
    deliver(99);

    Typed suggested = type("quality", "suggest", "tags/fix");

    assertThat(suggested.out()).isEmpty();
    assertThat(suggested.err()).contains("99 rows are too few to suggest from: 100 are needed.");
  }

  private Typed type(String... words) {
    return Typed.in(folder, new SparkHouse(), words);
  }
}
