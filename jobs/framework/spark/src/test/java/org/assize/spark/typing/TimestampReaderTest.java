package org.assize.spark.typing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assize.spark.typing.ScalarReadersTest.read;
import static org.assize.spark.typing.ScalarReadersTest.spoilt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.assize.contract.ValueFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampReaderTest {

  private static final int CASES = 30_000;
  private static final Object UNREADABLE = "unreadable";

  /** Java's own, with minutes and a fraction optional as here. */
  private static final List<DateTimeFormatter> ISO =
      Stream.of("", "XXX", "XX", "X").map(TimestampReaderTest::iso8601).toList();

  private static DateTimeFormatter iso8601(String zone) {
    return new DateTimeFormatterBuilder()
        .appendPattern("uuuu-MM-dd[ ]['T']HH:mm[:ss")
        .optionalStart()
        .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
        .optionalEnd()
        .optionalEnd()
        .appendPattern(zone)
        .toFormatter(Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  @Test
  void iso_texts_are_the_instants_of_java_time() {
    var random = new Random(8);
    String[] fractions = {"", ".1", ".120", ".123456", ".123456789"};
    String[] zones = {"", "Z", "+01:00", "-0530", "+14", "+18:00", "+18:01", "-00:00", "Z[UTC]"};
    for (int i = 0; i < CASES; i++) {
      String text =
          "%04d-%02d-%02d%s%02d:%02d"
              .formatted(
                  1 + random.nextInt(9998),
                  1 + random.nextInt(12),
                  1 + random.nextInt(31),
                  random.nextBoolean() ? "T" : " ",
                  random.nextInt(25),
                  random.nextInt(60));
      if (random.nextInt(5) > 0) {
        text += ":%02d".formatted(random.nextInt(61)) + fractions[random.nextInt(5)];
      }
      text += zones[random.nextInt(zones.length)];
      text = i % 10 == 0 ? spoilt(random, text) : text;

      assertThat(read("timestamp", text)).as(text).isEqualTo(iso(text.strip()));
    }
  }

  private static Object iso(String text) {
    String plain = text.endsWith("Z[UTC]") ? text.substring(0, text.length() - 5) : text;
    for (DateTimeFormatter formatter : ISO) {
      try {
        var fields = formatter.parseBest(plain, OffsetDateTime::from, LocalDateTime::from);
        return fields instanceof OffsetDateTime offset
            ? micros(offset.toInstant())
            : micros(((LocalDateTime) fields).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException none) {
        assertThat(none).isNotNull();
      }
    }
    return UNREADABLE;
  }

  @Test
  void what_is_almost_a_timestamp_is_none() {
    for (String text :
        List.of(
            "2026-01-02",
            "2026-01-02T",
            "2026-01-02T03",
            "2026-01-02t03:04",
            "2026-01-02T03:04:",
            "2026-01-02T03:04:05.",
            "2026-01-02T03:04:05,1",
            "2026-01-02T03:04:05.1234567890",
            "2026-01-02T03:04:05 Z",
            "2026-01-02T03:04:05+1",
            "2026-01-02T03:04:05+01:0",
            "2026-01-02T03:04:05+01:60",
            "2026-01-02T03:04:05Z[GMT]",
            "2026-01-02T24:00:00",
            "2026-02-29T00:00:00",
            "0000-01-02T03:04:05",
            "20260102T030405Z")) {
      assertThat(read("timestamp", text)).as(text).isEqualTo(UNREADABLE);
    }
  }

  @Test
  void local_times_are_instants_where_clocks_showed_them_once() {
    ZoneId london = ZoneId.of("Europe/London");
    ValueFormats formats = formats(london, List.of());
    var random = new Random(9);
    LocalDateTime change = LocalDateTime.of(2026, 3, 29, 1, 0);
    for (int i = 0; i < CASES; i++) {
      LocalDateTime local =
          i % 2 == 0
              ? LocalDateTime.of(1900, 1, 1, 0, 0).plusMinutes(random.nextInt(100_000_000))
              : change.plusDays(210L * random.nextInt(2)).plusMinutes(random.nextInt(6000) - 3000);
      List<ZoneOffset> offsets = london.getRules().getValidOffsets(local);

      assertThat(read("timestamp", local.toString(), formats))
          .as(local.toString())
          .isEqualTo(offsets.size() == 1 ? micros(local.toInstant(offsets.get(0))) : UNREADABLE);
    }
    assertThat(read("timestamp", "2026-03-29T01:30:00", formats)).isEqualTo(UNREADABLE);
    assertThat(read("timestamp", "2026-10-25T01:30:00", formats)).isEqualTo(UNREADABLE);
    assertThat(read("timestamp", "2026-10-25T01:30:00+01:00", formats))
        .isEqualTo(micros(Instant.parse("2026-10-25T00:30:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dd/MM/yyyy HH:mm:ss",
        "yyyyMMddHHmmss",
        "yyyyMMddHHmmssSSS",
        "d/M/yyyy H:mm",
        "dd-MMM-yyyy hh.mm.ss a",
        "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS",
        "HH:mm dd.MM.yyyy",
        "dd/MM/yy HH:mm",
        "dd/MM/yyyy",
        "yyyy_MM_dd HH",
        "EEE dd MMM yyyy HH:mm:ss",
      })
  void patterns_mean_what_they_mean_to_java_time(String pattern) {
    DateTimeFormatter expected =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern.replace('y', 'u'))
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    ValueFormats formats = formats(ZoneId.of("UTC"), List.of(pattern));
    var random = new Random(10);
    for (int i = 0; i < 5_000; i++) {
      LocalDateTime at =
          LocalDateTime.of(2000, 1, 1, 0, 0).plusNanos((long) (random.nextDouble() * 3e18));
      String text = expected.format(at);
      text = i % 3 == 0 ? spoilt(random, text) : text;
      text = i % 5 == 0 ? text.toLowerCase(Locale.ROOT) : text;

      assertThat(read("timestamp", text, formats)).as(text).isEqualTo(local(expected, text));
    }
  }

  private static Object local(DateTimeFormatter formatter, String text) {
    try {
      var best = formatter.parseBest(text.strip(), LocalDateTime::from, LocalDate::from);
      LocalDateTime local =
          best instanceof LocalDate date ? date.atTime(LocalTime.MIDNIGHT) : (LocalDateTime) best;
      return local.getYear() >= 1 && local.getYear() <= 9999
          ? micros(local.toInstant(ZoneOffset.UTC))
          : UNREADABLE;
    } catch (DateTimeException none) {
      return UNREADABLE;
    }
  }

  @Test
  void the_first_pattern_that_fits_is_taken_and_offsets_count() {
    ValueFormats formats =
        formats(
            ZoneId.of("Europe/London"),
            List.of("dd/MM/yyyy HH:mm", "MM/dd/yyyy HH:mm", "yyyy-MM-dd HH:mm XXX", "yyyy-MM-dd"));

    assertThat(read("timestamp", "01/02/2026 10:00", formats))
        .isEqualTo(micros(Instant.parse("2026-02-01T10:00:00Z")));
    assertThat(read("timestamp", "01/22/2026 10:00", formats))
        .isEqualTo(micros(Instant.parse("2026-01-22T10:00:00Z")));
    assertThat(read("timestamp", "2026-07-01 10:00 +05:00", formats))
        .isEqualTo(micros(Instant.parse("2026-07-01T05:00:00Z")));
    assertThat(read("timestamp", "2026-07-01", formats))
        .isEqualTo(micros(Instant.parse("2026-06-30T23:00:00Z")));
    assertThat(read("timestamp", "31/04/2026 10:00", formats)).isEqualTo(UNREADABLE);
    assertThat(read("timestamp", "2026-07-01T10:00:00Z", formats)).isEqualTo(UNREADABLE);
  }

  @Test
  void a_date_beside_a_time_is_a_date() {
    ValueFormats formats =
        new ValueFormats(
            List.of("dd/MM/yyyy HH:mm", "d MMM yy"),
            List.of(),
            ZoneId.of("Europe/London"),
            List.of(),
            List.of(),
            List.of());

    assertThat(read("date", "01/07/2026 00:10", formats))
        .isEqualTo((int) LocalDate.of(2026, 7, 1).toEpochDay());
    assertThat(read("date", "1 jul 26", formats))
        .isEqualTo((int) LocalDate.of(2026, 7, 1).toEpochDay());
    assertThat(read("date", "30/02/2026 00:10", formats)).isEqualTo(UNREADABLE);
  }

  private static ValueFormats formats(ZoneId zone, List<String> timestamps) {
    return new ValueFormats(
        List.of(), timestamps, zone, List.of(), List.of("true"), List.of("false"));
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
  }
}
