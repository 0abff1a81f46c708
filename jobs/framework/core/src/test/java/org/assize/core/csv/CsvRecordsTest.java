package org.assize.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.core.csv.CsvRecords.CsvRecord;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

  @Test
  void quotes_hold_delimiters_line_ends_and_doubled_quotes() throws IOException {
    assertThat(records("a,\"b,\nc\",\"d \"\"e\"\"\"\r\nf,,\n"))
        .containsExactly(List.of("a", "b,\nc", "d \"e\""), List.of("f", "", ""));
  }

  @Test
  void empty_lines_are_no_records_and_the_last_line_needs_no_end() throws IOException {
    assertThat(records("\n\na\n\nb")).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void a_quote_inside_a_bare_field_is_part_of_it() throws IOException {
    assertThat(records("5\" pipe,x")).containsExactly(List.of("5\" pipe", "x"));
  }

  @Test
  void records_know_their_line_and_fields_whether_they_were_quoted() throws IOException {
    List<CsvRecord> records = read("a,\"x\r\ny\"\r\n\r\n\"\",\n");

    assertThat(records).extracting(CsvRecord::line).containsExactly(1, 4);
    assertThat(records.get(1).fields())
        .containsExactly(new CsvRecords.Field("", true), new CsvRecords.Field("", false));
  }

  private static List<List<String>> records(String text) throws IOException {
    return read(text).stream().map(CsvRecord::texts).toList();
  }

  private static List<CsvRecord> read(String text) throws IOException {
    var records = new CsvRecords(new StringReader(text), ',');
    List<CsvRecord> all = new ArrayList<>();
    for (Optional<CsvRecord> next = records.next(); next.isPresent(); next = records.next()) {
      all.add(next.get());
    }
    return all;
  }
}
