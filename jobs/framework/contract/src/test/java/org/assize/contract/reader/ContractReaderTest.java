package org.assize.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.assize.contract.DataContract;
import org.assize.contract.Domain;
import org.assize.contract.Format;
import org.assize.contract.Interval.Grain;
import org.assize.contract.Layer;
import org.assize.contract.Load.Mode;
import org.assize.contract.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(monthly.schedule().orElseThrow().cron()).isEqualTo("0 6 * * *");
    assertThat(monthly.owner()).isEqualTo("Victims Data");
  }
}
