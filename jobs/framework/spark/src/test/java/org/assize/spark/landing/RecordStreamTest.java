package org.assize.spark.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assize.spark.landing.RecordOracle.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assize.contract.Format;
import org.junit.jupiter.api.Test;

class RecordStreamTest {

  private static final int CASES = 20_000;

  @Test
  void csv_records_are_those_of_the_oracle_whatever_the_size_of_a_block() throws IOException {
    var random = new Random(1);
    for (int i = 0; i < CASES; i++) {
      String text = text(random, "a,\"\n\r\u00e9", 40);

      assertThat(records(text, RecordEnds.of(Format.CSV, ','), 1 + random.nextInt(12)))
          .as(text)
          .isEqualTo(RecordOracle.csv(text, ','));
    }
  }

  @Test
  void lines_are_those_of_the_oracle_whatever_the_size_of_a_block() throws IOException {
    var random = new Random(2);
    for (int i = 0; i < CASES; i++) {
      String text = text(random, "{} \t\"\n\r", 30);

      assertThat(records(text, RecordEnds.of(Format.JSONL, ','), 1 + random.nextInt(12)))
          .as(text)
          .isEqualTo(RecordOracle.lines(text));
    }
  }

  @Test
  void a_document_is_one_record_and_white_space_is_none() throws IOException {
    RecordEnds whole = RecordEnds.of(Format.JSON, ',');

    assertThat(records("{\n\"a\": 1\n}\n", whole, 2))
        .containsExactly(new RecordOracle.Found(0, "{\n\"a\": 1\n}\n"));
    assertThat(records(" \n\t\r\n", whole, 2)).isEmpty();
    assertThat(records("", whole, 1)).isEmpty();
  }

  @Test
  void a_byte_order_mark_belongs_to_no_record() throws IOException {
    String mark = "\u00ef\u00bb\u00bf";
    for (int block = 1; block < 8; block++) {
      assertThat(records(mark + "\"a\nb\"\nc", RecordEnds.of(Format.CSV, ','), block))
          .containsExactly(new RecordOracle.Found(3, "\"a\nb\""), new RecordOracle.Found(9, "c"));
    }
  }

  @Test
  void a_byte_order_mark_elsewhere_is_content() throws IOException {
    String marked = "\u00ef\u00bb\u00bfb";
    for (int block = 1; block < 8; block++) {
      assertThat(records("a\n" + marked + "\n" + marked, RecordEnds.of(Format.CSV, ','), block))
          .containsExactly(
              new RecordOracle.Found(0, "a"),
              new RecordOracle.Found(2, marked),
              new RecordOracle.Found(7, marked));
    }
  }

  @Test
  void a_record_longer_than_memory_should_hold_is_not_read_on() {
    var endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }

          @Override
          public int readNBytes(byte[] bytes, int from, int length) {
            return length;
          }
        };
    var stream =
        new RecordStream(
            endless,
            new Range(0, Long.MAX_VALUE),
            RecordEnds.of(Format.JSONL, ','),
            (bytes, from, length) -> {});

    assertThatThrownBy(
            () -> {
              while (stream.refill()) {
                assertThat(stream.next()).isFalse();
              }
            })
        .isInstanceOf(RecordStream.RecordTooLong.class)
        .hasMessage("A record is longer than 134217728 bytes.");
  }

  private static List<RecordOracle.Found> records(String text, RecordEnds ends, int block)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    var seen = new ByteArrayOutputStream();
    List<RecordOracle.Found> found = new ArrayList<>();
    try (var stream =
        new RecordStream(
            new ByteArrayInputStream(bytes),
            new Range(0, bytes.length + 1L),
            ends,
            seen::write,
            block)) {
      while (stream.refill()) {
        while (stream.next()) {
          int length = stream.end() - stream.start();
          var record =
              new String(stream.buffer(), stream.start(), length, StandardCharsets.ISO_8859_1);
          found.add(new RecordOracle.Found(stream.locator(), record));
        }
      }
    }
    assertThat(seen.toByteArray()).isEqualTo(bytes);
    return found;
  }
}
