package org.assize.contract.reader;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;

/** What the columns of a contract must say, over and above the standard. */
final class ColumnLint {

  private static final Pattern TOP = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  private static final Pattern NESTED = Pattern.compile("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*");

  private final Faults faults;

  ColumnLint(Problems problems) {
    this.faults = new Faults(problems);
  }

  void check(Mapping table) {
    List<Mapping> columns = table.mappings("properties");
    names(columns, TOP);
    for (Mapping column : columns) {
      key(column);
      one(column);
    }
    keyPositions(columns);
  }

  /** Whether a name can be that of a field within a column. */
  static boolean canNameField(String name) {
    return NESTED.matcher(name).matches();
  }

  private void names(List<Mapping> columns, Pattern pattern) {
    Set<String> seen = new HashSet<>();
    for (Mapping column : columns) {
      Optional<String> name = column.text("name");
      if (name.isPresent() && !pattern.matcher(name.get()).matches()) {
        faults.invalid(
            column.placeOf("name"),
            "`" + name.get() + "` is no name of a column.",
            "Names that begin with `_` are the platform's own.",
            "Write snake_case, a letter first, no double underscore.");
      }
      if (name.isPresent() && !seen.add(name.get().toLowerCase(Locale.ROOT))) {
        faults.twice(
            column.placeOf("name"), "Two columns are called `" + name.get() + "`.", "Remove one.");
      }
    }
  }

  private void one(Mapping column) {
    String type = column.text("logicalType").orElse("");
    if (type.isEmpty() && !column.has("logicalType")) {
      faults.missing(
          column.place(), "Column " + label(column) + " has no logicalType.", "Add logicalType.");
    }
    if (type.equals("object") && column.mappings("properties").isEmpty()) {
      faults.missing(
          column.place(), "Object " + label(column) + " has no properties.", "Add its fields.");
    }
    if (type.equals("array") && column.mapping("items").isEmpty()) {
      faults.missing(
          column.place(),
          "Array " + label(column) + " has no items.",
          "Say what its elements are.");
    }
    column
        .text("physicalName")
        .filter(name -> !column.text("name").equals(Optional.of(name)))
        .ifPresent(
            name ->
                faults.unsupported(
                    column.placeOf("physicalName"),
                    "Another physicalName",
                    "The name that a source uses belongs in transformSourceObjects."));
    if (column.isTrue("partitioned")) {
      faults.unsupported(
          column.placeOf("partitioned"), "A layout by `partitioned`", "Use load.interval.");
    }
    column
        .mapping("logicalTypeOptions")
        .ifPresent(options -> new OptionsLint(faults).check(options, type));
    names(column.mappings("properties"), NESTED);
    column.mappings("properties").forEach(this::nested);
    column.mapping("items").ifPresent(this::nested);
  }

  private void nested(Mapping column) {
    for (String key : List.of("primaryKey", "unique")) {
      if (column.isTrue(key)) {
        faults.invalid(
            column.placeOf(key), "`" + key + "` has no meaning within another column.", "", "");
      }
    }
    one(column);
  }

  private void key(Mapping column) {
    boolean key = column.isTrue("primaryKey");
    int position = column.integer("primaryKeyPosition").orElse(0);
    if (!key && position > 0) {
      faults.invalid(
          column.placeOf("primaryKeyPosition"),
          "`primaryKeyPosition` stands at a column that is not in the key.",
          "",
          "Add primaryKey: true, or remove it.");
    }
    if (key && column.has("required") && !column.isTrue("required")) {
      faults.invalid(
          column.placeOf("required"),
          "A column of the key is always required.",
          "",
          "Leave `required` out.");
    }
    if (key && Set.of("object", "array").contains(column.text("logicalType").orElse(""))) {
      faults.invalid(column.placeOf("primaryKey"), "A nested column cannot be in the key.", "", "");
    }
  }

  private void keyPositions(List<Mapping> columns) {
    List<Mapping> keys = columns.stream().filter(c -> c.isTrue("primaryKey")).toList();
    boolean some = keys.stream().anyMatch(c -> c.has("primaryKeyPosition"));
    Set<Integer> seen = new HashSet<>();
    for (Mapping column : keys) {
      int position = column.integer("primaryKeyPosition").orElse(0);
      if (some && (position < 1 || position > keys.size() || !seen.add(position))) {
        faults.invalid(
            column.placeOf("primaryKeyPosition"),
            "The positions of the key are not 1 to " + keys.size() + ", each once.",
            "",
            "Number all columns of the key, or none.");
      }
    }
  }

  private static String label(Mapping column) {
    return column.text("name").map(name -> "`" + name + "`").orElse("without a name");
  }
}
