package org.assize.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assize.core.Counts;
import org.assize.core.TableOutcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts were taken from the files by {@code .ci/independent_counts.py}, without the platform. */
@Tag("spark")
class RealDataTest {

  @Test
  void the_example_hearings_are_taken_in_once_and_the_latest_sharing_stays(@TempDir Path folder)
      throws IOException {
    Installation installation = withHearings(folder, "common-platform-hearings");

    Map<String, TableOutcome> outcomes = installation.run("cases");

    // 36 files, two of them the same byte for byte; one is only a pointer to an object store and
    // counts as a quarantined row in each table
    assertRecords(outcomes, 35, 1);
    assertRows(installation, outcomes, "hearing", 35, 31);
    assertRows(installation, outcomes, "defendant", 36, 32);
    assertRows(installation, outcomes, "offence", 36, 32);
    assertRows(installation, outcomes, "judicial_result", 49, 44);
    assertThat(installation.count("cases_published.offence_outcome")).isEqualTo(38);
  }

  @Test
  void prompts_and_dates_in_both_forms_are_read(@TempDir Path folder) throws IOException {
    Installation installation = withHearings(folder, "common-platform-hearings");

    installation.run("cases/judicial_result");

    assertThat(
            installation.query(
                """
                SELECT min(to_date(p.value, 'dd/MM/yyyy')) IS NOT NULL, count_if(p.type = 'DATE'),
                  count_if(p.type = 'DATE' AND to_date(p.value, 'dd/MM/yyyy') IS NULL)
                FROM cases_curated.judicial_result LATERAL VIEW explode(prompts) AS p
                """))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getBoolean(0)).isTrue();
              assertThat(row.getLong(1)).isPositive();
              assertThat(row.getLong(2)).isZero();
            });
    assertThat(
            installation.query(
                """
                SELECT CAST(duration_end_date AS string) FROM cases_curated.judicial_result
                WHERE duration_end_date IS NOT NULL ORDER BY 1
                """))
        .extracting(row -> row.getString(0))
        .contains("2025-11-10", "2025-11-25", "2025-12-12", "2025-12-25");
  }

  @Test
  void hearings_of_another_service_are_refused_where_they_lack_what_a_row_needs(
      @TempDir Path folder) throws IOException {
    Installation installation =
        withHearings(folder, "hearing-updates/court-hearing-event-receiver");

    Map<String, TableOutcome> outcomes = installation.run("cases");

    assertRows(installation, outcomes, "hearing", 6, 1);
    assertRows(installation, outcomes, "defendant", 7, 3);
    assertRows(installation, outcomes, "offence", 8, 4);
    assertRows(installation, outcomes, "judicial_result", 4, 2);
    assertThat(outcomes.get("cases/defendant").broken())
        .isEqualTo(
            Map.of(
                "parsed",
                2L,
                "pnc_id_form",
                2L,
                "cro_number_form",
                2L,
                "arrest_summons_number_form",
                1L));
  }

  @Test
  void one_hearing_far_larger_than_the_rest_gives_all_its_rows(@TempDir Path folder)
      throws IOException {
    Installation installation = withHearings(folder, "hearing-updates/derived");

    Map<String, TableOutcome> outcomes = installation.run("cases");

    assertRows(installation, outcomes, "hearing", 1, 1);
    assertRows(installation, outcomes, "defendant", 15, 15);
    assertRows(installation, outcomes, "offence", 97, 97);
    assertRows(installation, outcomes, "judicial_result", 125, 125);
    assertThat(outcomes.get("cases/defendant").broken())
        .isEqualTo(
            Map.of(
                "pnc_id_form", 10L,
                "pnc_id_check_letter", 2L,
                "cro_number_form", 10L,
                "arrest_summons_number_form", 8L,
                "arrest_summons_number_check_letter", 3L,
                "postcode_form", 15L));
  }

  @Test
  void equal_rows_of_street_crime_are_different_incidents(@TempDir Path folder) throws IOException {
    Installation installation = Installation.ofRepository(folder);
    installation.deliver(
        RealData.of("police-street-crime/police-uk-2018-12-merseyside-street.csv"),
        "crime/police_uk/2018-12/2018-12-merseyside-street.csv");

    installation.run("crime");

    assertThat(installation.count("crime_curated.street_crime")).isEqualTo(12_636);
    assertThat(installation.count("crime_curated.street_crime WHERE crime_id IS NULL"))
        .isEqualTo(2_020);
    assertThat(installation.count("crime_published.street_crime_summary")).isEqualTo(72);
    assertThat(
            installation.query("SELECT sum(incidents) FROM crime_published.street_crime_summary"))
        .singleElement()
        .satisfies(row -> assertThat(row.getLong(0)).isEqualTo(12_636));
  }

  @Test
  void the_list_of_offence_codes_comes_whole(@TempDir Path folder) throws IOException {
    Installation installation = Installation.ofRepository(folder);
    installation.deliver(
        RealData.of("cjs-reference/cjs-offences.json"),
        "reference/cjs_offence/2026-11-23/offences.json");

    installation.run("reference");

    assertThat(installation.count("reference_curated.offence_code")).isEqualTo(15_352);
    assertThat(installation.count("reference_curated.offence_code WHERE is_recordable"))
        .isEqualTo(7_125);
  }

  private static Installation withHearings(Path folder, String data) throws IOException {
    Installation installation = Installation.ofRepository(folder);
    List<Path> files = RealData.hearings(data);
    for (int number = 0; number < files.size(); number++) {
      installation.deliver(
          files.get(number),
          "cases/common_platform/hearing/2026-11-23/hearing_%03d.json".formatted(number));
    }
    return installation;
  }

  private static void assertRecords(
      Map<String, TableOutcome> outcomes, long records, long refused) {
    for (String table : List.of("hearing", "defendant", "offence", "judicial_result")) {
      assertThat(outcomes.get("cases/" + table).counts())
          .as(table)
          .containsEntry(Counts.RECORDS, records)
          .containsEntry(Counts.RECORDS_REFUSED, refused);
    }
  }

  private static void assertRows(
      Installation installation,
      Map<String, TableOutcome> outcomes,
      String table,
      long rows,
      long committed) {
    assertThat(outcomes.get("cases/" + table).counts()).as(table).containsEntry(Counts.ROWS, rows);
    assertThat(installation.count("cases_curated." + table)).as(table).isEqualTo(committed);
  }
}
