package org.assize.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilePathTest {

  @Test
  void the_day_in_a_name_becomes_the_delivery_date() {
    assertThat(FilePath.of("victims/return_2026-11-16.csv"))
        .isEqualTo(
            new FilePath(
                "victims/return_{delivery_date}.csv", java.util.Optional.of("delivery_date")));
    assertThat(FilePath.of("return20261116.csv").pattern()).isEqualTo("return{delivery_date}.csv");
  }

  @Test
  void a_month_and_a_time_have_names_of_their_own() {
    assertThat(FilePath.of("police-uk-2018-12-merseyside-street.csv").pattern())
        .isEqualTo("police-uk-{delivery_month}-merseyside-street.csv");
    assertThat(FilePath.of("feed-20261116T0730.json").pattern())
        .isEqualTo("feed-{delivery_time}.json");
  }

  @Test
  void an_earlier_date_on_the_path_may_be_anything() {
    assertThat(FilePath.of("mdss/2026-11-15/position_2026-11-16.jsonl").pattern())
        .isEqualTo("mdss/*/position_{delivery_date}.jsonl");
  }

  @Test
  void digits_that_are_no_date_stay() {
    assertThat(FilePath.of("form_99999999_v2.csv").pattern()).isEqualTo("form_99999999_v2.csv");
    assertThat(FilePath.of("positions.csv").placeholder()).isEmpty();
  }

  @Test
  void the_source_is_called_as_the_file_is_without_its_date() {
    assertThat(FilePath.of("x/return_2026-11-16.csv").sourceName()).isEqualTo("return");
    assertThat(FilePath.of("x/2026-11-16/Crime Batch.csv").sourceName()).isEqualTo("crime_batch");
  }
}
