package org.assize.spark.typing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assize.spark.landing.Landings.source;
import static org.assize.spark.typing.Contracts.column;
import static org.assize.spark.typing.Contracts.nested;
import static org.assize.spark.typing.Contracts.use;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DataContract;
import org.assize.contract.Format;
import org.assize.contract.Source;
import org.assize.contract.SourceUse;
import org.assize.spark.landing.Landings;
import org.assize.spark.landing.RawFrame;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Published data, where it lies beside the repository; counted by other means beforehand. */
@SparkTest
class RealDeliveriesTest {

  private final SparkSession spark;

  RealDeliveriesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void street_crimes_keep_their_faults() {
    DataContract contract =
        Contracts.of(
            column("crime_id", "string", "Crime ID"),
            column("longitude", "double", "Longitude"),
            column("latitude", "decimal(9,6)", "Latitude"),
            column("context", "string", "Context"));
    Source source = source(Format.CSV, "police-street-crime/{month}.csv");

    Dataset<Row> crimes = typed(source, contract, use(source), 100_000);

    assertThat(
            crimes
                .selectExpr(
                    "count(*)",
                    "sum(_fault + _unreadable_0)",
                    "count_if(crime_id is null)",
                    "count(distinct crime_id)",
                    "min(latitude)",
                    "max(longitude)",
                    "count(context)",
                    "count(*) - count(distinct _row_hash)")
                .first())
        .hasToString("[12636,0,2020,10616,53.303551,-2.598981,0,567]");
  }

  @Test
  void hearings_give_defendants_offences_results_and_prompts() {
    Source source = source(Format.JSON, "common-platform-hearings/{scenario}/cp_payload.json");
    String offences = "$.hearing.prosecutionCases[*].defendants[*].offences[*]";
    DataContract results =
        Contracts.of(
            column("hearing_id", "string", "$.hearing.id"),
            column(
                "urn", "string", "$.hearing.prosecutionCases[*].prosecutionCaseIdentifier.caseURN"),
            column("code", "string", "cjsCode"),
            column("ordered_on", "date", "orderedDate"),
            nested(
                "prompts",
                "array<struct<label:string,sequence:int>>",
                "judicialResultPrompts",
                column("label", "string"),
                column("sequence", "int", "promptSequence")));

    Dataset<Row> rows = typed(source, results, use(source, offences + ".judicialResults[*]"), 1);

    assertThat(
            rows.selectExpr(
                    "count_if(_fault = 0)",
                    "sum(coalesce(array_size(prompts), 0))",
                    "count(code)",
                    "count(ordered_on)",
                    "count(urn)",
                    "sum(_unreadable_0)")
                .first())
        .hasToString("[45,527,42,45,44,0]");
    assertThat(rows.where("_fault <> 0").select("_scenario", "_fault").collectAsList())
        .singleElement()
        .hasToString("[LargeMessage_CCIB_bail_curfew,4]");
    DataContract defendant =
        Contracts.of(column("id", "string"), column("youth", "boolean", "isYouth"));
    assertThat(
            typed(source, defendant, use(source, "$.hearing.prosecutionCases[*].defendants[*]"), 1)
                .where("_fault = 0")
                .count())
        .isEqualTo(34);
  }

  @Test
  void a_code_list_is_one_document_of_many_rows() {
    Source source = source(Format.JSON, "cjs-reference/cjs-offences.json");
    DataContract contract =
        Contracts.of(
            column("code", "string", "cjsCode"), column("title", "string", "offenceTitle"));

    assertThat(
            typed(source, contract, use(source, "$[*]"), 1)
                .selectExpr(
                    "count(distinct code)", "max(_position)", "max(length(title))", "max(_fault)")
                .first())
        .hasToString("[15352,15351,120,0]");
  }

  private Dataset<Row> typed(Source source, DataContract contract, SourceUse use, long rangeBytes) {
    var files = Landings.scanned(sharedData(), source, rangeBytes);
    return TypedFrame.of(RawFrame.of(spark, source, files, Instant.EPOCH, "b"), contract, use);
  }

  private static Path sharedData() {
    Path here = Path.of("").toAbsolutePath();
    var found =
        Stream.iterate(here, folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve("shared/data"))
            .filter(Files::isDirectory)
            .findFirst();
    Assumptions.assumeTrue(found.isPresent(), "No shared/data above " + here + ": not checked.");
    return found.get();
  }
}
