package org.assize.cli.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private static List<List<String>> records(String text) throws IOException {
    var records = new CsvRecords(new StringReader(text), ',');
    List<List<String>> all = new ArrayList<>();
    for (Optional<List<String>> next = records.next(); next.isPresent(); next = records.next()) {
      all.add(next.get());
    }
    return all;
  }
}
