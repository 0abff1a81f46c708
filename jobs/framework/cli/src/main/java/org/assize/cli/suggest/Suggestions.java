package org.assize.cli.suggest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assize.cli.profile.ColumnProfile;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.LogicalType;
import org.assize.contract.Measure;
import org.assize.contract.QualityRule;
import org.assize.contract.TypeOptions;

/** What a table's rows let one suggest and its contract does not say yet. */
public final class Suggestions {

  /** Rows below which everything may be chance. */
  public static final long FEWEST_ROWS = 100;

  private final DataContract contract;
  private final long rows;
  private final Map<String, Map<String, Long>> values;
  private final Set<String> unique;

  /**
   * Of a table.
   *
   * @param values rows of each value, of columns with few
   * @param unique columns whose values are all different
   */
  public Suggestions(
      DataContract contract, long rows, Map<String, Map<String, Long>> values, Set<String> unique) {
    this.contract = contract;
    this.rows = rows;
    this.values = Map.copyOf(values);
    this.unique = Set.copyOf(unique);
  }

  /** The suggestions, column by column. */
  public List<Suggestion> of(List<ColumnProfile> profiles) {
    List<Suggestion> all = new ArrayList<>();
    for (ColumnProfile profile : profiles) {
      contract.column(profile.name()).ifPresent(column -> add(column, profile, all));
    }
    boolean isCounted =
        contract.quality().stream()
            .anyMatch(
                rule ->
                    rule.metric().filter("rowCount"::equals).isPresent()
                        || rule.measure()
                            .filter(m -> m.measure() == Measure.ROW_COUNT)
                            .isPresent());
    if (!isCounted) {
      all.add(
          new Suggestion(
              Optional.empty(),
              "quality",
              "{id: usual_rows, type: custom, engine: assize, dimension: completeness, severity:"
                  + " warning, implementation: {measure: rowCount, usual: {strategy: robustZ,"
                  + " limit: 4}}}"));
    }
    return all;
  }

  private void add(Column column, ColumnProfile profile, List<Suggestion> all) {
    long filled = rows - profile.nulls();
    if (!column.required() && profile.nulls() == 0) {
      all.add(Suggestion.of(column.name(), "required", "true"));
    }
    if (unique.contains(column.name())) {
      all.add(Suggestion.of(column.name(), "unique", "true"));
    }
    Map<String, Long> few = values.getOrDefault(column.name(), Map.of());
    if (!profile.isRestricted() && column.quality().isEmpty() && Values.areAllowed(few)) {
      all.add(Suggestion.of(column.name(), "quality", allowed(column, few)));
    } else if (column.options().equals(TypeOptions.NONE)
        && column.quality().stream().noneMatch(Suggestions::listsOrShapes)
        && filled >= FEWEST_ROWS) {
      String options = options(column, profile, filled);
      if (!options.isEmpty()) {
        all.add(Suggestion.of(column.name(), "logicalTypeOptions", "{" + options + "}"));
      }
    }
  }

  private static boolean listsOrShapes(QualityRule rule) {
    return rule.pattern().isPresent() || !rule.validValues().isEmpty();
  }

  private static String allowed(Column column, Map<String, Long> few) {
    boolean isText = column.logicalType() == LogicalType.STRING;
    String list =
        few.keySet().stream()
            .sorted()
            .map(value -> isText ? quoted(value) : value)
            .collect(Collectors.joining(", "));
    return "[{metric: invalidValues, mustBe: 0, severity: warning, dimension: conformity, arguments:"
        + " {validValues: ["
        + list
        + "]}}]";
  }

  private String options(Column column, ColumnProfile profile, long filled) {
    return switch (column.logicalType()) {
      case INTEGER, NUMBER -> isNumbering(column) ? "" : range(profile);
      case DATE ->
          profile.least().map(day -> "minimum: " + day.substring(0, 4) + "-01-01").orElse("");
      case STRING ->
          ShapePattern.of(profile.shapes(), filled)
              .map(pattern -> "pattern: " + quoted(pattern))
              .orElseGet(() -> length(profile));
      default -> "";
    };
  }

  /** Numbers that tell rows apart go on and on. */
  private boolean isNumbering(Column column) {
    return column.isKey() || column.unique() || unique.contains(column.name());
  }

  /** Away from zero to one digit, so that the next row is not refused for being a little more. */
  private static String range(ColumnProfile profile) {
    try {
      BigDecimal least = new BigDecimal(profile.least().orElse("x"));
      BigDecimal greatest = new BigDecimal(profile.greatest().orElse("x"));
      String from = least.signum() >= 0 ? "0" : outward(least);
      return "minimum: " + from + ", maximum: " + outward(greatest.max(BigDecimal.ONE));
    } catch (NumberFormatException notShown) {
      return "";
    }
  }

  private static String outward(BigDecimal number) {
    return number.round(new MathContext(1, RoundingMode.UP)).toPlainString();
  }

  private static String length(ColumnProfile profile) {
    Optional<Long> longest = profile.longest();
    if (longest.isEmpty() || longest.get() == 0) {
      return "";
    }
    return longest.equals(profile.shortest())
        ? "minLength: " + longest.get() + ", maxLength: " + longest.get()
        : "maxLength: " + outward(BigDecimal.valueOf(longest.get()));
  }

  private static String quoted(String text) {
    boolean isPlain = text.chars().noneMatch(Character::isISOControl);
    return isPlain ? "'" + text.replace("'", "''") + "'" : escaped(text);
  }

  private static String escaped(String text) {
    var written = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPlain = !Character.isISOControl(c) && c != '"' && c != '\\';
      written.append(isPlain ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return written.append('"').toString();
  }
}
