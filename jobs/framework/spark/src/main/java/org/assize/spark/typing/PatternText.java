package org.assize.spark.typing;

import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of {@link DateTimeFormatter}, strict: 31 April is no date. Names are English in any
 * case; {@code y} is the year itself. A pattern without an hour means the start of the day.
 */
record PatternText(DateTimeFormatter formatter, boolean timed, Optional<DigitPattern> digits)
    implements TemporalText {

  private static final String TIME_LETTERS = "HhKkAN";

  static PatternText of(String pattern) {
    DateTimeFormatter formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(withPlainYears(pattern))
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    boolean timed = unquoted(pattern).chars().anyMatch(c -> TIME_LETTERS.indexOf(c) >= 0);
    return new PatternText(formatter, timed, DigitPattern.of(pattern));
  }

  /** A strict year of an era needs the era; nobody writes it. */
  private static String withPlainYears(String pattern) {
    if (unquoted(pattern).indexOf('G') >= 0) {
      return pattern;
    }
    var plain = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted ^= c == '\'';
      plain.append(c == 'y' && !quoted ? 'u' : c);
    }
    return plain.toString();
  }

  private static String unquoted(String pattern) {
    return pattern.replaceAll("'[^']*'", "");
  }

  @Override
  public boolean parse(byte[] bytes, int from, int to, Moment moment) {
    if (digits.isPresent() && digits.get().parse(bytes, from, to, moment)) {
      return true;
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return parsed(text).map(fields -> set(fields, moment)).orElse(false);
  }

  private Optional<TemporalAccessor> parsed(String text) {
    var position = new ParsePosition(0);
    // Tells without an exception that the text is written otherwise.
    boolean fits = formatter.parseUnresolved(text, position) != null;
    if (!fits || position.getIndex() < text.length()) {
      return Optional.empty();
    }
    try {
      return Optional.of(formatter.parse(text));
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private boolean set(TemporalAccessor fields, Moment moment) {
    @Nullable LocalDate date = fields.query(TemporalQueries.localDate());
    @Nullable LocalTime time = fields.query(TemporalQueries.localTime());
    if (date == null || (timed && time == null) || !moment.date(date)) {
      return false;
    }
    LocalTime written = timed && time != null ? time : LocalTime.MIDNIGHT;
    moment.time(written);
    @Nullable ZoneId zone = fields.query(TemporalQueries.zone());
    if (zone == null) {
      return true;
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(LocalDateTime.of(date, written));
    return offsets.size() == 1 && moment.offset(offsets.get(0).getTotalSeconds());
  }
}
