package org.assize.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void names_become_snake_case() {
    assertThat(
            List.of("Ref No", "cjsCode", "LSOA code", "recordableOnPnc", "URLPath", "2019 %", "?"))
        .extracting(Names::snake)
        .containsExactly(
            "ref_no", "cjs_code", "lsoa_code", "recordable_on_pnc", "url_path", "n2019", "unnamed");
  }

  @Test
  void repeated_names_are_told_apart() {
    assertThat(Names.columns(List.of("Date", "date", "DATE")))
        .containsExactly("date", "date_2", "date_3");
  }

  @Test
  void names_that_say_who_a_person_is_are_known() {
    assertThat(List.of("first_name", "pnc_id", "date_of_birth", "home_postcode", "surname"))
        .allMatch(Names::isPersonal);
    assertThat(List.of("lsoa_name", "crime_type", "recordable", "across"))
        .noneMatch(Names::isPersonal);
  }
}
