package org.assize.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A list of made-up offence codes, delivered whole on the first day and, one longer, on the last.
 */
final class OffenceCodes {

  static final int FIRST_COUNT = 300;

  private final Demo demo;
  private final Tally tally;

  OffenceCodes(Demo demo, Reckoning reckoning) {
    this.demo = demo;
    this.tally = reckoning.table("reference/offence_code");
  }

  void write() throws IOException {
    write(0, FIRST_COUNT);
    if (demo.days() > 1) {
      write(demo.days() - 1, FIRST_COUNT + 1);
    }
  }

  /** For example {@code DM26007}. */
  static String code(int number) {
    return "DM26%03d".formatted(number);
  }

  static String title(int number) {
    return "Demo offence %d".formatted(number);
  }

  private void write(int day, int count) throws IOException {
    ArrayNode codes = JsonMapper.builder().build().createArrayNode();
    tally.file();
    tally.record();
    tally.replaceAll();
    for (int number = 0; number < count; number++) {
      tally.acceptNew();
      codes
          .addObject()
          .put("cjsCode", code(number))
          .put("offenceCategory", number % 3 == 0 ? "CE" : "CS")
          .put("offenceTitle", title(number))
          .put("recordableOnPnc", number % 2 == 0);
    }
    String path = "reference/cjs_offence/%s/offences.json".formatted(demo.day(day));
    try (OutputStream out = demo.open(path)) {
      out.write(codes.toPrettyString().getBytes(UTF_8));
    }
  }
}
