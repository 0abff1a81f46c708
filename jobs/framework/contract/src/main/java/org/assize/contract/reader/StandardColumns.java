package org.assize.contract.reader;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.contract.standard.ColumnStandard;
import org.assize.contract.standard.ColumnStandards;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;

/** Fills in what columns take over from the standards that they refer to. */
final class StandardColumns {

  private final ColumnStandards standards;
  private final Problems problems;

  StandardColumns(ColumnStandards standards, Problems problems) {
    this.standards = standards;
    this.problems = problems;
  }

  /** The contract with every column as its standard makes it. */
  Mapping contract(Mapping written) {
    return Defaults.each(
        written,
        "schema",
        table ->
            Defaults.each(
                table, "properties", column -> column(column, Spot.top(column.text("name")))));
  }

  private Mapping column(Mapping written, Spot spot) {
    Mapping merged =
        Defaults.each(
            written, "properties", field -> column(field, spot.field(field.text("name"))));
    merged = Defaults.in(merged, "items", element -> column(element, spot.element()));
    List<Mapping> references = references(written);
    if (references.isEmpty()) {
      remind(written, spot);
      return merged;
    }
    if (references.size() > 1) {
      new Faults(problems)
          .invalid(
              references.get(1).place(),
              "The column follows two standards.",
              "They could contradict each other.",
              "Keep one.");
    }
    return follow(merged, references.get(0), spot);
  }

  /** The standard that a column says it follows, {@code none} among them. */
  static Optional<String> reference(Mapping column) {
    return references(column).stream().flatMap(to -> to.text("url").stream()).findFirst();
  }

  private static List<Mapping> references(Mapping column) {
    return column.mappings("authoritativeDefinitions").stream()
        .filter(to -> to.text("type").filter("standard"::equals).isPresent())
        .toList();
  }

  private Mapping follow(Mapping column, Mapping reference, Spot spot) {
    String name = reference.text("url").orElse(ColumnStandards.NONE);
    Optional<ColumnStandard> standard = standards.find(name);
    if (standard.isPresent()) {
      return new Inheritance(column, standard.get(), spot, new Faults(problems)).merged();
    }
    if (name.equals(ColumnStandards.NONE)) {
      return column;
    }
    problems.add(
        ErrorCode.UNKNOWN_STANDARD,
        reference.placeOf("url"),
        "No column standard is called `" + name + "`.",
        "",
        Nearest.hint(name, standards.names()));
    // A type that only the standard could tell is not missing as well.
    return column.orElse("logicalType", Scalar.quoted(reference.place(), "string"));
  }

  private void remind(Mapping column, Spot spot) {
    Optional<String> name = column.text("name");
    Optional<String> type = column.text("logicalType");
    name.flatMap(standards::likely)
        .filter(likely -> type.equals(likely.written().text("logicalType")))
        .ifPresent(
            likely ->
                problems.warn(
                    new Problem(
                        ErrorCode.STANDARD_NOT_USED,
                        column.placeOf("name"),
                        "Column `"
                            + spot.id()
                            + "` looks like one of the standard `"
                            + likely.name()
                            + "` and does not refer to it.",
                        "Its checks and its classification are not applied.",
                        "Add authoritativeDefinitions: [{type: standard, url: "
                            + likely.name()
                            + "}], or url: none if it is something else.")));
  }

  /**
   * Where a column stands.
   *
   * @param id first part of the ids of its rules
   * @param value SQL of the value
   * @param lift turns a predicate over the value into one over the row
   */
  record Spot(String id, String value, UnaryOperator<String> lift, int depth) {

    static Spot top(Optional<String> name) {
      String id = name.orElse("");
      return new Spot(id, "`" + id + "`", UnaryOperator.identity(), 0);
    }

    Spot field(Optional<String> name) {
      String field = name.orElse("");
      return new Spot(id + "__" + field, value + ".`" + field + "`", lift, depth);
    }

    Spot element() {
      String each = "_s" + (depth + 1);
      return new Spot(
          id + "__element",
          each,
          inner ->
              lift.apply("forall(" + value + ", " + each + " -> coalesce(" + inner + ", true))"),
          depth + 1);
    }
  }
}
