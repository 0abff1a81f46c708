package org.assize.contract.standard;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.assize.contract.LogicalType;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.contract.shape.Shape;
import org.assize.contract.yaml.Mapping;

/** One file of a standard: its shape, its meaning, and everything that is wrong with it. */
final class StandardFile {

  private static final String NAME = "[a-z][a-z0-9]*(_[a-z0-9]+)*";

  /** What the rules are called that a column's own promises become. */
  private static final Set<String> TAKEN =
      Set.of(
          "required",
          "type",
          "range",
          "length",
          "pattern",
          "format",
          "multiple",
          "unique",
          "valid",
          "present",
          "distinct",
          "not_null");

  private final String name;
  private final Place place;
  private final Problems problems;

  StandardFile(String name, Place place, Problems problems) {
    this.name = name;
    this.place = place;
    this.problems = problems;
  }

  /** The standard, where it is sound. */
  Optional<ColumnStandard> read(Mapping written) {
    var found = new Problems();
    Shape.standard().check(written, "the standard", found);
    if (!name.matches(NAME) || name.equals(ColumnStandards.NONE)) {
      found.add(
          ErrorCode.CONTRACT_INVALID,
          place,
          "`" + name + "` is no name of a standard.",
          "Columns refer to it by the name of its file.",
          "Write snake_case, a letter first; `none` is taken.");
    }
    Optional<Pattern> form = form(written, found);
    checks(written, found);
    found.all().forEach(problems::add);
    return found.isEmpty()
        ? logicalType(written).map(type -> new ColumnStandard(name, written, type, form))
        : Optional.empty();
  }

  private static Optional<LogicalType> logicalType(Mapping written) {
    return written.text("logicalType").map(w -> LogicalType.valueOf(w.toUpperCase(Locale.ROOT)));
  }

  private static Optional<Pattern> form(Mapping written, Problems found) {
    try {
      return written.text("pattern").map(Pattern::compile);
    } catch (PatternSyntaxException wrong) {
      found.add(
          ErrorCode.RULE_INVALID,
          written.placeOf("pattern"),
          "The pattern cannot be read.",
          wrong.getDescription() + ".",
          "Patterns are Java regular expressions and match the whole text.");
      return Optional.empty();
    }
  }

  private static void checks(Mapping written, Problems found) {
    Set<String> ids = new HashSet<>();
    for (Mapping check : written.mappings("checks")) {
      String id = check.text("id").orElse("");
      if (!ids.add(id) || TAKEN.contains(id)) {
        found.add(
            ErrorCode.DUPLICATE_ID,
            check.placeOf("id"),
            "`" + id + "` cannot be the id of this check.",
            "Another check has it, or a promise that a column makes by itself.",
            "Choose another.");
      }
      String implementation = check.text("implementation").orElse("{column}");
      if (!implementation.contains("{column}")) {
        found.add(
            ErrorCode.RULE_INVALID,
            check.placeOf("implementation"),
            "The check says nothing of the column.",
            "",
            "Write {column} where the column's name goes.");
      }
      if (implementation.contains("{pattern}") && !written.has("pattern")) {
        found.add(
            ErrorCode.RULE_INVALID,
            check.placeOf("implementation"),
            "The check uses {pattern}, and the standard has none.",
            "",
            "Add `pattern`, or write the expression out.");
      }
    }
  }
}
