package org.assize.spark.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assize.contract.Drift;
import org.assize.contract.Format;
import org.assize.contract.Source;
import org.assize.contract.ValueFormats;
import org.assize.contract.problem.Place;
import org.junit.jupiter.api.Test;

class FileHalvesTest {

  @Test
  void both_halves_of_a_csv_have_the_header_and_quoted_line_ends_are_no_ends() {
    assertThat(halves("a,b\r\n1,\"x\ny\"\r\n2,\r\n\r\n3,z", Format.CSV))
        .containsExactly("a,b\n1,\"x\ny\"\n", "a,b\n2,\n3,z\n");
  }

  @Test
  void halves_that_would_be_the_same_file_are_cut_elsewhere() {
    assertThat(halves("{\"a\":1}\n{\"a\":1}\n{\"a\":1}\n{\"a\":1}\n", Format.JSONL))
        .containsExactly("{\"a\":1}\n", "{\"a\":1}\n{\"a\":1}\n{\"a\":1}\n");
  }

  @Test
  void what_cannot_be_cut_has_no_halves() {
    assertThat(halves("a\n1\n1\n", Format.CSV)).as("the same").isEmpty();
    assertThat(halves("a\n1\n", Format.CSV)).as("one record").isEmpty();
    assertThat(halves("", Format.CSV)).as("nothing").isEmpty();
    assertThat(halves("[1,\n2]", Format.JSON)).as("a document").isEmpty();
  }

  private static List<String> halves(String text, Format format) {
    var source =
        new Source(
            "a",
            "b",
            Place.NOWHERE,
            "b/*",
            format,
            ',',
            ValueFormats.DEFAULT,
            Drift.QUARANTINE,
            true);
    return FileHalves.of(text.getBytes(StandardCharsets.UTF_8), source).stream()
        .map(half -> new String(half, StandardCharsets.UTF_8))
        .toList();
  }
}
