package org.assize.contract.reader;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.Drift;
import org.assize.contract.Format;
import org.assize.contract.Source;
import org.assize.contract.SourceUse;
import org.assize.contract.ValueFormats;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;

/** Sources, and how contracts use them, out of mappings with defaults filled in. */
final class SourceMapper {

  private final String domain;
  private final Problems problems;

  SourceMapper(String domain, Problems problems) {
    this.domain = domain;
    this.problems = problems;
  }

  /** A source, where the mapping names one and says where its files are. */
  Optional<Source> source(Mapping written) {
    Optional<String> name = written.text("name");
    Optional<String> files = written.text("files");
    if (name.isEmpty() || files.isEmpty()) {
      return Optional.empty();
    }
    FilePattern.check(files.get(), written.placeOf("files"), problems);
    return Optional.of(
        new Source(
            domain,
            name.get(),
            written.placeOf("name"),
            files.get(),
            written.text("format").flatMap(w -> Words.find(Format.class, w)).orElse(Format.CSV),
            delimiter(written),
            formats(written),
            written.text("drift").flatMap(w -> Words.find(Drift.class, w)).orElse(Drift.QUARANTINE),
            written.isTrue("replayable")));
  }

  /** How a contract uses a source. */
  SourceUse use(Mapping written, Source source) {
    Map<String, String> columns = new LinkedHashMap<>();
    written
        .mapping("columns")
        .ifPresent(
            mapping ->
                mapping.keys().forEach(k -> mapping.text(k).ifPresent(v -> columns.put(k, v))));
    return new SourceUse(source, written.text("rows"), columns);
  }

  private char delimiter(Mapping written) {
    String text = written.text("delimiter").orElse(",");
    if (text.length() != 1 || "\"\r\n".contains(text)) {
      problems.add(
          ErrorCode.CONTRACT_INVALID,
          written.placeOf("delimiter"),
          "A delimiter is one character, neither a quote nor a line's end.",
          "",
          "A tab is written \"\\t\", in double quotes.");
      return ',';
    }
    return text.charAt(0);
  }

  private ValueFormats formats(Mapping written) {
    Mapping booleans = written.mapping("booleans").orElse(Mapping.empty(written.place()));
    return new ValueFormats(
        patterns(written, "dates"),
        patterns(written, "timestamps"),
        zone(written, "timezone", problems),
        written.has("nulls") ? written.texts("nulls") : ValueFormats.DEFAULT.nulls(),
        booleans.has("true") ? booleans.texts("true") : ValueFormats.DEFAULT.trueValues(),
        booleans.has("false") ? booleans.texts("false") : ValueFormats.DEFAULT.falseValues());
  }

  private List<String> patterns(Mapping written, String key) {
    return written.scalars(key).stream().filter(this::isPattern).map(Scalar::text).toList();
  }

  private boolean isPattern(Scalar pattern) {
    try {
      return !DateTimeFormatter.ofPattern(pattern.text()).toString().isEmpty();
    } catch (IllegalArgumentException wrong) {
      problems.add(
          ErrorCode.CONTRACT_INVALID,
          pattern.place(),
          "`" + pattern.text() + "` is no pattern of dates or times.",
          "Patterns are those of java.time.format.DateTimeFormatter.",
          "Write for example dd/MM/yyyy.");
      return false;
    }
  }

  /** The time zone of a key; UTC, with a problem, where there is no such zone. */
  static ZoneId zone(Mapping written, String key, Problems problems) {
    String text = written.text(key).orElse("UTC");
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      problems.add(
          ErrorCode.UNKNOWN_VALUE,
          written.placeOf(key),
          "There is no time zone `" + text + "`.",
          "",
          Nearest.hint(text, ZoneId.getAvailableZoneIds()));
      return ZoneId.of("UTC");
    }
  }
}
