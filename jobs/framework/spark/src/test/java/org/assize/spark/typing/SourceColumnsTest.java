package org.assize.spark.typing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assize.spark.landing.Landings.source;
import static org.assize.spark.typing.Contracts.column;
import static org.assize.spark.typing.Contracts.use;

import java.util.Map;
import java.util.Optional;
import org.assize.contract.DataContract;
import org.assize.contract.Format;
import org.assize.contract.Source;
import org.assize.contract.SourceUse;
import org.junit.jupiter.api.Test;

class SourceColumnsTest {

  private static final Source CSV = source(Format.CSV, "in/{day}.csv");
  private static final DataContract CONTRACT =
      Contracts.of(
          column("ref", "string", "Ref No", "Ref"),
          column("name", "string"),
          column("day", "date", "_day"));

  @Test
  void columns_that_nobody_reads_are_unknown() {
    assertThat(SourceColumns.unknown("\uFEFFnew, Ref ,\"odd, one\",name", CONTRACT, use(CSV)))
        .containsExactly("new", "odd, one");
    assertThat(SourceColumns.missing("Ref No,name", CONTRACT, use(CSV))).isEmpty();
  }

  @Test
  void a_header_that_lacks_a_column_is_not_told_since_it_may_be_a_row() {
    assertThat(SourceColumns.unknown("Ref,Mary Smith", CONTRACT, use(CSV))).isEmpty();
    assertThat(SourceColumns.missing("Ref,Mary Smith", CONTRACT, use(CSV))).containsExactly("name");
    assertThat(SourceColumns.missing("Ref,name,name", CONTRACT, use(CSV))).containsExactly("name");
    assertThat(SourceColumns.missing("\"Ref,name", CONTRACT, use(CSV)))
        .containsExactly("ref", "name");
  }

  @Test
  void the_names_of_one_source_come_before_those_of_the_contract() {
    var use = new SourceUse(CSV, Optional.empty(), Map.of("ref", "No"));

    assertThat(SourceColumns.missing("Ref,name", CONTRACT, use)).containsExactly("ref");
    assertThat(SourceColumns.unknown("No,name,Ref", CONTRACT, use)).containsExactly("Ref");
  }

  @Test
  void json_has_no_header() {
    Source json = source(Format.JSONL, "in/{day}.jsonl");

    assertThat(SourceColumns.unknown("", CONTRACT, use(json))).isEmpty();
    assertThat(SourceColumns.missing("", CONTRACT, use(json))).isEmpty();
  }
}
