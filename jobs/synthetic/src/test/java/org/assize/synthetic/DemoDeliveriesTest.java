package org.assize.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDeliveriesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 28);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void the_same_parameters_give_the_same_bytes_and_answer(@TempDir Path one, @TempDir Path two)
      throws IOException {
    Answer first = DemoDeliveries.write(one, 1, DAY, 2, 4);
    Answer second = DemoDeliveries.write(two, 1, DAY, 2, 4);

    assertThat(first).isEqualTo(second);
    assertThat(contents(one)).isEqualTo(contents(two));
  }

  @Test
  void another_seed_gives_other_bytes(@TempDir Path one, @TempDir Path two) throws IOException {
    DemoDeliveries.write(one, 1, DAY, 1, 4);
    DemoDeliveries.write(two, 2, DAY, 1, 4);

    assertThat(contents(one)).isNotEqualTo(contents(two));
  }

  @Test
  void a_longer_demo_leaves_the_earlier_deliveries_as_they_were(
      @TempDir Path shorter, @TempDir Path longer) throws IOException {
    DemoDeliveries.write(shorter, 1, DAY, 2, 4);
    DemoDeliveries.write(longer, 1, DAY, 3, 4);

    Map<String, String> earlier = contents(shorter);
    earlier.remove("reference/cjs_offence/2026-03-29/offences.json");
    assertThat(contents(longer)).containsAllEntriesOf(earlier);
  }

  @Test
  void positions_read_back_come_to_the_answer(@TempDir Path landing) throws IOException {
    Answer answer = DemoDeliveries.write(landing, 1, DAY, 3, 6);
    TableAnswer positions = answer.table("electronic_monitoring/position");

    Map<Long, Instant> latest = new HashMap<>();
    Set<String> lines = new HashSet<>();
    long records = 0;
    long refused = 0;
    long quarantined = 0;
    long repeats = 0;
    long outdated = 0;
    for (String line : lines(landing, "electronic_monitoring/allied_mdss/position")) {
      records++;
      if (!line.endsWith("}")) {
        refused++;
      } else if (!acceptable(JSON.readTree(line))) {
        quarantined++;
      } else if (!lines.add(line)) {
        repeats++;
      } else {
        JsonNode fix = JSON.readTree(line);
        Instant uploaded = Instant.parse(fix.get("position_uploaded_date").asText());
        outdated += latest.put(fix.get("position_id").asLong(), uploaded) == null ? 0 : 1;
      }
    }

    assertThat(positions.records()).isEqualTo(records).isGreaterThan(20_000);
    assertThat(positions.refused()).isEqualTo(refused).isEqualTo(3);
    assertThat(positions.rows()).isEqualTo(records);
    assertThat(positions.quarantined()).isEqualTo(quarantined + refused).isEqualTo(33);
    assertThat(positions.repeats()).isEqualTo(repeats).isEqualTo(12);
    assertThat(positions.outdated()).isEqualTo(outdated).isEqualTo(8);
    assertThat(positions.committed()).isEqualTo(latest.size());
  }

  @Test
  void fixes_of_yesterday_come_late_some_from_just_before_midnight(@TempDir Path landing)
      throws IOException {
    DemoDeliveries.write(landing, 1, DAY, 2, 6);

    Stream<Instant> late =
        lines(landing, "electronic_monitoring/allied_mdss/position/2026-03-29").stream()
            .filter(line -> line.contains("position_gps_date\":\"2026-03-28T"))
            .map(line -> line.replaceAll(".*position_gps_date\":\"([^\"]*)\".*", "$1"))
            .map(Instant::parse);
    assertThat(late).hasSizeGreaterThan(90).contains(Instant.parse("2026-03-28T23:59:07Z"));
  }

  @Test
  void coverage_adds_up_to_the_positions_and_shows_gaps_over_midnight(@TempDir Path landing)
      throws IOException {
    Answer answer = DemoDeliveries.write(landing, 1, DAY, 3, 6);

    assertThat(answer.coverage().stream().mapToLong(Coverage::positions).sum())
        .isEqualTo(answer.table("electronic_monitoring/position").committed());
    // wearer 2 is silent from 23:40 to 00:24 each night: the gap ends, and counts, on the next day
    Coverage afterNight =
        answer.coverage().stream()
            .filter(row -> row.personId() == 5_002 && row.day().equals(DAY.plusDays(2)))
            .findFirst()
            .orElseThrow();
    assertThat(afterNight.firstFixAt()).isEqualTo("2026-03-29T23:25:14Z");
    assertThat(afterNight.longestGapMinutes()).isEqualTo(46);
    assertThat(afterNight.gaps()).isEqualTo(1);
  }

  @Test
  void hearings_read_back_come_to_the_answer(@TempDir Path landing) throws IOException {
    Answer answer = DemoDeliveries.write(landing, 1, DAY, 3, 6);

    Set<String> hearings = new HashSet<>();
    Set<String> contents = new HashSet<>();
    long read = 0;
    for (String text : contents(landing.resolve("cases")).values()) {
      if (contents.add(text) && text.startsWith("{") && text.endsWith("}")) {
        read++;
        hearings.add(JSON.readTree(text).at("/hearing/id").asText());
      }
    }
    TableAnswer hearing = answer.table("cases/hearing");
    assertThat(hearing.files()).isEqualTo(contents.size());
    assertThat(hearing.rows()).isEqualTo(read + hearing.refused());
    assertThat(hearing.refused()).isEqualTo(6);
    assertThat(hearing.committed()).isEqualTo(hearings.size());
    assertThat(hearing.outdated()).isEqualTo(6);
    assertThat(answer.table("cases/defendant").quarantined()).isEqualTo(9);
    assertThat(answer.table("cases/defendant").broken())
        .containsEntry("pnc_id_check_letter", answer.planted().get(Fault.WRONG_CHECK_LETTER));
    assertThat(answer.table("cases/judicial_result").rows()).isGreaterThan(30);
  }

  @Test
  void every_fault_is_planted(@TempDir Path landing) throws IOException {
    Answer answer = DemoDeliveries.write(landing, 1, DAY, 3, 6);

    assertThat(answer.planted()).containsOnlyKeys(Fault.values());
    assertThat(answer.table("crime/street_crime").committed()).isEqualTo(797);
    assertThat(answer.table("reference/offence_code").committed()).isEqualTo(301);
    assertThat(answer.table("electronic_monitoring/device_activation").quarantined()).isEqualTo(2);
  }

  @Test
  void a_demo_without_days_is_refused(@TempDir Path landing) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemoDeliveries.write(landing, 1, DAY, 0, 6))
        .withMessage("A demo has at least one day and one wearer.");
  }

  private static boolean acceptable(JsonNode fix) {
    double latitude = fix.get("position_latitude").asDouble();
    double longitude = fix.get("position_longitude").asDouble();
    return fix.has("position_id")
        && !fix.get("position_gps_date").asText().startsWith("2026-13")
        && latitude >= 49.5
        && latitude <= 61.5
        && longitude >= -8.5
        && longitude <= 2.6;
  }

  private static List<String> lines(Path landing, String folder) throws IOException {
    return contents(landing.resolve(folder)).values().stream().flatMap(String::lines).toList();
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
