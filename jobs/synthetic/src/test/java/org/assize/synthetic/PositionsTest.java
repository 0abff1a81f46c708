package org.assize.synthetic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PositionsTest {

  private static final long ROWS = 30_000;

  @Test
  void the_same_seed_and_rows_give_the_same_bytes() throws IOException {
    assertThat(csv(7)).isEqualTo(csv(7)).isNotEqualTo(csv(8));
  }

  @Test
  void the_answer_is_what_a_reader_of_the_lines_finds() throws IOException {
    var bytes = new ByteArrayOutputStream();
    PositionAnswer answer = Positions.writeJsonl(bytes, 7, ROWS);

    var latest = new HashMap<Long, Instant>();
    Set<String> deviceDays = new HashSet<>();
    Map<String, Long> found = new HashMap<>();
    List<String> lines = bytes.toString(US_ASCII).lines().toList();
    for (String line : lines) {
      if (!line.endsWith("}")) {
        found.merge("cutShort", 1L, Long::sum);
        continue;
      }
      JsonNode fix = new ObjectMapper().readTree(line);
      if (!fix.has("position_id")) {
        found.merge("keyless", 1L, Long::sum);
      } else if (fix.get("position_gps_date").asText().startsWith("2026-13")) {
        found.merge("unreadable", 1L, Long::sum);
      } else if (fix.get("position_latitude").asDouble() > 61.5) {
        found.merge("impossible", 1L, Long::sum);
      } else {
        Instant uploaded = Instant.parse(fix.get("position_uploaded_date").asText());
        Instant before = latest.put(fix.get("position_id").asLong(), uploaded);
        assertThat(before == null || before.isBefore(uploaded)).isTrue();
        found.merge(before == null ? "committed" : "outdated", 1L, Long::sum);
        deviceDays.add(
            fix.get("device_id") + fix.get("position_gps_date").asText().substring(0, 10));
      }
    }

    assertThat(lines).hasSize((int) ROWS);
    assertThat(answer)
        .isEqualTo(
            new PositionAnswer(
                ROWS,
                found.get("committed"),
                found.get("outdated"),
                found.get("cutShort"),
                found.get("impossible"),
                found.get("unreadable"),
                found.get("keyless"),
                deviceDays.size()));
    assertThat(answer.bad()).isBetween(200L, 400L);
    assertThat(answer.outdated()).isBetween(200L, 400L);
  }

  @Test
  void every_whole_line_of_csv_has_eighteen_fields_in_the_order_of_the_header() throws IOException {
    List<String> lines = csv(7).lines().toList();

    assertThat(lines.get(0).split(",")).hasSize(18).endsWith("position_geometry");
    assertThat(lines.get(1))
        .startsWith("700000000000,40000,20000,1,900000,2026-01-01T00:00:00Z,2026-01-01T00:00:02Z,")
        .contains(",\"{\"\"type\"\":\"\"Point\"\",\"\"coordinates\"\":[")
        .endsWith("]}\"");
    // quoted geometry holds two more commas than fields need
    assertThat(lines.stream().skip(1).filter(line -> line.endsWith("\"")))
        .allMatch(line -> line.split(",", -1).length == 20);
  }

  private static String csv(long seed) throws IOException {
    var bytes = new ByteArrayOutputStream();
    Positions.writeCsv(bytes, seed, ROWS);
    return bytes.toString(US_ASCII);
  }
}
