package org.assize.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.assize.contract.DataContract;
import org.assize.contract.Domain;
import org.assize.contract.Drift;
import org.assize.contract.Format;
import org.assize.contract.InputSpec;
import org.assize.contract.Interval.Grain;
import org.assize.contract.Layer;
import org.assize.contract.Load.Mode;
import org.assize.contract.ServiceTerms;
import org.assize.contract.Source;
import org.assize.contract.SourceUse;
import org.assize.contract.SupportChannel;
import org.assize.contract.ValueFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractReaderTest {

  @TempDir private Path root;

  @Test
  void a_source_table_is_read_whole() {
    DataContract position =
        new DomainFiles(root, "electronic_monitoring")
            .with("position.odcs.yaml", Contracts.POSITION)
            .contract();

    assertThat(position.name()).hasToString("electronic_monitoring_curated.position");
    assertThat(position.isDerived()).isFalse();
    assertThat(position.primaryKey()).containsExactly("position_id");
    assertThat(position.columns())
        .extracting(c -> c.name() + " " + c.physicalType() + " " + c.place().line())
        .containsExactly(
            "position_id bigint 10",
            "position_at timestamp 11",
            "uploaded_at timestamp 12",
            "latitude double 13",
            "satellites bigint 14");
    assertThat(position.columns().get(3).options().minimum()).contains("49.0");
    assertThat(position.load().mode()).isEqualTo(Mode.MERGE);
    assertThat(position.load().latestBy()).containsExactly("uploaded_at");
    var interval = position.load().interval().orElseThrow();
    assertThat(interval.grain()).isEqualTo(Grain.DAY);
    assertThat(interval.timezone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(position.sources()).hasSize(1);
  }

  @Test
  void promises_of_service_are_read_and_channels_inherited() {
    ServiceTerms terms =
        new DomainFiles(root, "electronic_monitoring")
            .with("_domain.yaml", "support: [{channel: em, tool: teams}]\n")
            .with(
                "position.odcs.yaml",
                Contracts.POSITION.replace(
                    "status: active\n",
                    """
                    status: active
                    slaProperties:
                      - {property: latency, value: 90, unit: minutes}
                      - {property: fy, value: 1, unit: w, scheduler: cron, schedule: 0 6 * * 1}
                      - {property: timeToRepair, value: 4, unit: h}
                      - {property: errorRate, value: 0.5, unit: percent}
                      - {property: retention, value: 6, unit: y}
                    """))
            .contract()
            .service();

    assertThat(terms.support()).containsExactly(new SupportChannel("em", "teams", "", ""));
    assertThat(terms.latency()).contains(Duration.ofMinutes(90));
    assertThat(terms.frequency()).contains(Duration.ofDays(7));
    assertThat(terms.deliveries()).hasToString("Optional[0 6 * * 1]");
    assertThat(terms.repair()).contains(Duration.ofHours(4));
    assertThat(terms.errorRate()).hasToString("Optional[0.5]");
  }

  @Test
  void a_csv_source_keeps_its_own_words_for_dates_and_nulls() {
    Domain victims =
        new DomainFiles(root, "victims")
            .with("_domain.yaml", "owner: Victims Data\nschedule: {cron: '0 6 * * *'}\n")
            .with("referral.odcs.yaml", Contracts.REFERRAL)
            .with("referral_monthly.odcs.yaml", Contracts.REFERRAL_MONTHLY)
            .sound();

    assertThat(victims.owner()).isEqualTo("Victims Data");
    Source provider = victims.sources().get(0);
    assertThat(provider.format()).isEqualTo(Format.CSV);
    assertThat(provider.delimiter()).isEqualTo(',');
    assertThat(provider.formats().dates()).containsExactly("dd/MM/yyyy");
    assertThat(provider.formats().nulls()).containsExactly("", "N/A");
    assertThat(provider.placeholders()).containsExactly("delivery_date");
    DataContract monthly = victims.contracts().get(1);
    assertThat(monthly.isDerived()).isTrue();
    assertThat(monthly.transform().orElseThrow().java()).isEmpty();
    assertThat(monthly.name().layer()).isEqualTo(Layer.PUBLISHED);
    assertThat(monthly.primaryKey()).isEqualTo(List.of("month", "police_force"));
    assertThat(monthly.schedule().orElseThrow().cron()).hasToString("0 6 * * *");
    assertThat(monthly.owner()).isEqualTo("Victims Data");
  }

  @Test
  void part_of_a_document_is_read_with_nested_columns() {
    DataContract defendant =
        new DomainFiles(root, "cases")
            .with("_domain.yaml", Contracts.CASES_DEFAULTS)
            .with("defendant.odcs.yaml", Contracts.HEARING)
            .contract();

    assertThat(defendant.columns())
        .extracting(c -> c.name() + " " + c.physicalType())
        .containsExactly(
            "hearing_id string",
            "defendant_id string",
            "case_urn string",
            "pnc_missing boolean",
            "ordered_on date",
            "offences array<struct<code:string,fine:decimal(12,2)>>");
    assertThat(defendant.columns().get(5).items().orElseThrow().name()).isEqualTo("element");
    assertThat(defendant.columns().get(1).required()).isTrue();
    assertThat(defendant.primaryKey()).containsExactly("hearing_id", "defendant_id");
    var use = defendant.sources().get(0);
    assertThat(use.source().name()).isEqualTo("common_platform_hearing");
    assertThat(use.rows()).contains("$.hearing.prosecutionCases[*].defendants[*]");
    assertThat(use.columns()).isEqualTo(Map.of("case_urn", "caseURN"));
    assertThat(use.source().formats().timezone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(defendant.owner()).isEqualTo("Case Data");
    assertThat(defendant.schedule().orElseThrow().cron()).hasToString("30 6 * * *");
  }

  @Test
  void a_transform_in_java_names_its_inputs() {
    DataContract breach =
        new DomainFiles(root, "electronic_monitoring")
            .with("zone_breach.odcs.yaml", Contracts.ZONE_BREACH)
            .contract();

    var transform = breach.transform().orElseThrow();
    assertThat(transform.java()).contains("electronic_monitoring.ZoneBreach");
    var position = transform.inputs().get(0);
    assertThat(position.lookback()).isEqualTo(Duration.ofHours(1));
    assertThat(position.read()).isEmpty();
    var zone = transform.inputs().get(1);
    assertThat(zone.table()).isEqualTo("electronic_monitoring_curated.exclusion_zone");
    assertThat(zone.read()).contains(InputSpec.Read.ALL);
    assertThat(zone.ignoreChanges()).isTrue();
    assertThat(breach.load().mode()).isEqualTo(Mode.REPLACE_INTERVAL);
    assertThat(breach.load().interval().orElseThrow().fixed()).isFalse();
  }

  @Test
  void everything_a_source_can_say_is_read() {
    String source =
        """
        {name: provider_return, files: "{day}/r_{day}_*.csv", format: csv, delimiter: "\\t", dates: [dd/MM/yyyy, yyyyMMdd],
          timestamps: dd/MM/yyyy HH:mm, timezone: Europe/London, nulls: [N/A, 0, no], booleans: {true: [Y, 1], false: [N, 0]},
          drift: freeze, columns: {age_band: Age Band}}\
        """;
    String written =
        Contracts.REFERRAL.replaceAll(
            "\\{name: provider_return.*}", Matcher.quoteReplacement(source));

    SourceUse use =
        new DomainFiles(root, "victims")
            .with("referral.odcs.yaml", written.replace("_delivery_date", "_day"))
            .contract()
            .sources()
            .get(0);

    Source read = use.source();
    assertThat(read.placeholders()).containsExactly("day");
    assertThat(read.delimiter()).isEqualTo('\t');
    assertThat(read.drift()).isEqualTo(Drift.FREEZE);
    assertThat(read.formats())
        .isEqualTo(
            new ValueFormats(
                List.of("dd/MM/yyyy", "yyyyMMdd"),
                List.of("dd/MM/yyyy HH:mm"),
                ZoneId.of("Europe/London"),
                List.of("N/A", "0", "no"),
                List.of("Y", "1"),
                List.of("N", "0")));
    assertThat(use.columns()).isEqualTo(Map.of("age_band", "Age Band"));
  }

  @Test
  void what_is_left_out_has_its_default() {
    String written =
        Contracts.REFERRAL
            .replace(", dates: dd/MM/yyyy, nulls: [\"\", N/A]", "")
            .replaceAll("      schedule: .*\n", "")
            .replace("latestBy: [_delivery_date]", "interval: {column: referred_on, grain: month}");

    DataContract referral =
        new DomainFiles(root, "victims").with("referral.odcs.yaml", written).contract();

    Source source = referral.sources().get(0).source();
    assertThat(source.formats()).isEqualTo(ValueFormats.DEFAULT);
    assertThat(source.drift()).isEqualTo(Drift.QUARANTINE);
    assertThat(referral.schedule()).isEmpty();
    assertThat(referral.owner()).isEmpty();
    assertThat(referral.load().latestBy()).isEmpty();
    assertThat(referral.load().interval().orElseThrow().timezone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(referral.description()).isEqualTo("One referral to one provider.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b",
        "a",
        "@.a",
        "['a.b'].c",
        "a[0].b",
        "$.hearing.id",
        "$['hearing'].prosecutionCases[*].caseURN",
        "$.hearing.prosecutionCases[*].defendants[*].id",
        "a b.c-d"
      })
  void a_path_leads_from_the_row_or_from_the_root(String path) {
    String written =
        Contracts.HEARING.replace(
            "transformSourceObjects: [id]", "transformSourceObjects: [\"" + path + "\"]");

    DataContract defendant =
        new DomainFiles(root, "cases")
            .with("_domain.yaml", Contracts.CASES_DEFAULTS)
            .with("defendant.odcs.yaml", written)
            .contract();

    assertThat(defendant.columns().get(1).sourceNames()).containsExactly(path);
  }
}
