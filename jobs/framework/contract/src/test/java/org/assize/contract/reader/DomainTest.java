package org.assize.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.assize.contract.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainTest {

  @TempDir private Path root;

  @Test
  void several_contracts_read_one_source_of_the_domain() {
    Domain cases =
        new DomainFiles(root, "cases")
            .with("_domain.yaml", Contracts.CASES_DEFAULTS)
            .with("defendant.odcs.yaml", Contracts.HEARING)
            .with(
                "defendant_copy.odcs.yaml",
                Contracts.HEARING.replace("defendant\n", "defendant_copy\n"))
            .sound();

    assertThat(cases.sources()).hasSize(1);
    assertThat(cases.contracts())
        .allSatisfy(c -> assertThat(c.sources().get(0).source()).isSameAs(cases.sources().get(0)));
  }

  @Test
  void faults_of_all_files_are_found_at_once() {
    List<String> faults =
        new DomainFiles(root, "victims")
            .with("_domain.yaml", "ownr: Victims Data\nschedule: {cron: never}\n")
            .with(
                "referral.odcs.yaml", Contracts.REFERRAL.replace("status: active", "status: live"))
            .with("referral_monthly.odcs.yaml", "id: [")
            .with("other.yml", "a: b")
            .faults();

    assertThat(faults)
        .containsExactly(
            "schemas/victims/_domain.yaml:1: UNKNOWN_KEY: `ownr` is no key of the defaults of a"
                + " domain. Did you mean `owner`?",
            "schemas/victims/_domain.yaml:2: CONTRACT_INVALID: `cron: never` is no schedule. It has"
                + " 1 fields. Write minute, hour, day of month, month, day of week: 0 5 * * *.",
            "schemas/victims/other.yml: WORKSPACE_INVALID: Nothing reads this file. A domain holds"
                + " _domain.yaml and <table>.odcs.yaml. Rename or move it.",
            "schemas/victims/referral.odcs.yaml:5: UNKNOWN_VALUE: `live` is no known status. Known:"
                + " `active`, `deprecated`, `draft`, `proposed`, `retired`.",
            "schemas/victims/referral_monthly.odcs.yaml:1: YAML_SYNTAX: This is not valid YAML"
                + " (expected the node content, but found '<stream end>').");
  }

  @Test
  void names_of_domains_tables_and_sources_are_snake_case() {
    List<String> faults =
        new DomainFiles(root, "Victims__x")
            .with(
                "Referral.odcs.yaml",
                Contracts.REFERRAL
                    .replace("name: referral\n", "name: Referral\n")
                    .replace("provider_return", "provider__return"))
            .faults();

    assertThat(faults)
        .containsExactly(
            "schemas/Victims__x: CONTRACT_INVALID: `Victims__x` is no name of a domain. Folders,"
                + " databases and pages use it. Write snake_case, a letter first, no double"
                + " underscore.",
            "schemas/Victims__x/Referral.odcs.yaml: CONTRACT_INVALID: `Referral` is no name of a"
                + " table. Folders, databases and pages use it. Write snake_case, a letter first, no"
                + " double underscore.",
            "schemas/Victims__x/Referral.odcs.yaml:26: WRONG_TYPE: `provider__return` cannot be"
                + " `name`. Write lower-case letters, digits and single `_`, a letter first.");
  }

  @Test
  void a_source_declared_twice_is_found() {
    String again =
        """
        sources:
          - {name: provider_return, files: "a/*.csv", format: csv}
          - {name: provider_return, files: "b/*.csv", format: csv}
        """;
    List<String> faults =
        new DomainFiles(root, "victims")
            .with("_domain.yaml", again)
            .with("referral.odcs.yaml", Contracts.REFERRAL)
            .faults();

    assertThat(faults)
        .containsExactly(
            "schemas/victims/_domain.yaml:3: DUPLICATE_ID: Source `provider_return` is declared"
                + " twice. Remove one.",
            "schemas/victims/referral.odcs.yaml:26: DUPLICATE_ID: The name of source"
                + " `provider_return` is taken in schemas/victims/_domain.yaml:2. Tables and sources"
                + " of a domain share their names. Declare a source once, in _domain.yaml if several"
                + " contracts read it.");
  }

  @Test
  void one_id_names_one_contract() {
    List<String> faults =
        new DomainFiles(root, "victims")
            .with("referral.odcs.yaml", Contracts.REFERRAL)
            .with(
                "referral_monthly.odcs.yaml",
                Contracts.REFERRAL_MONTHLY.replace(
                    "id: victims.referral_monthly", "id: victims.referral"))
            .faults();

    assertThat(faults)
        .containsExactly(
            "schemas/victims/referral_monthly.odcs.yaml:1: DUPLICATE_ID: The id `victims.referral`"
                + " is also that of schemas/victims/referral.odcs.yaml. Write <domain>.<table>.");
  }

  @Test
  void a_folder_that_is_not_there_is_a_problem() {
    assertThat(new DomainFiles(root, "nowhere").faults())
        .containsExactly(
            "schemas/nowhere: WORKSPACE_INVALID: The folder of domain `nowhere` cannot be read. The"
                + " system says: NoSuchFileException.");
  }
}
