package org.assize.contract.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.JavaCondition;
import org.assize.contract.QualityRule;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;

/** Rules out of {@code quality}. */
final class QualityMapper {

  /** The operators that the standard and its tools read alike. */
  static final List<String> OPERATORS =
      List.of(
          "mustBe",
          "mustNotBe",
          "mustBeGreaterThan",
          "mustBeGreaterOrEqualTo",
          "mustBeLessThan",
          "mustBeLessOrEqualTo");

  /** What the rules of a column are called where they have no id of their own. */
  private static final Map<String, String> SUFFIXES =
      Map.of(
          "nullValues", "not_null",
          "missingValues", "present",
          "invalidValues", "valid",
          "duplicateValues", "distinct");

  private final Problems problems;

  QualityMapper(Problems problems) {
    this.problems = problems;
  }

  /** The rules of a table, or of the column that is named. */
  List<QualityRule> rules(Mapping owner, Optional<String> column) {
    List<QualityRule> rules = new ArrayList<>();
    for (Mapping written : owner.mappings("quality")) {
      rules.add(rule(written, column));
    }
    return rules;
  }

  private QualityRule rule(Mapping written, Optional<String> column) {
    Optional<String> metric = written.text("metric");
    Mapping arguments = written.mapping("arguments").orElse(Mapping.empty(written.place()));
    Mapping implementation =
        written.mapping("implementation").orElse(Mapping.empty(written.place()));
    Mapping bounded = implementation.has("measure") ? implementation : written;
    Optional<String> operator = OPERATORS.stream().filter(bounded::has).findFirst();
    Mapping ours = written.custom("assize").orElse(Mapping.empty(written.place()));
    return new QualityRule(
        written.text("id").orElseGet(() -> builtId(metric, column)),
        written.place(),
        written.text("type").orElse("library"),
        metric,
        operator,
        operator.map(o -> numbers(bounded, o)).orElse(List.of()),
        written.text("unit").filter("percent"::equals).isPresent(),
        arguments.texts("validValues"),
        arguments.texts("missingValues"),
        arguments.text("pattern"),
        arguments.texts("properties"),
        written.text("implementation"),
        java(implementation),
        MeasureMapper.spec(implementation),
        written.text("query").map(query -> query.replace("${column}", column.orElse(""))),
        written.text("severity"),
        written.text("dimension"),
        written.text("description").orElse(""),
        MeasureMapper.terms(ours));
  }

  /** The id of a column's library rule that has none; empty where there is none to build. */
  static String builtId(Optional<String> metric, Optional<String> column) {
    return metric
        .map(SUFFIXES::get)
        .flatMap(suffix -> column.map(name -> name + "_" + suffix))
        .orElse("");
  }

  private static Optional<JavaCondition> java(Mapping implementation) {
    return implementation
        .text("java")
        .map(name -> new JavaCondition(name, MeasureMapper.columns(implementation)));
  }

  private List<Double> numbers(Mapping written, String operator) {
    List<Double> numbers =
        written.scalars(operator).stream()
            .filter(s -> s.type() == Scalar.Type.INTEGER || s.type() == Scalar.Type.NUMBER)
            .map(s -> Double.valueOf(s.text()))
            .toList();
    if (numbers.size() != 1) {
      problems.add(
          ErrorCode.WRONG_TYPE,
          written.placeOf(operator),
          "`" + operator + "` needs one number.",
          "",
          "Write for example `" + operator + ": 0`.");
      return List.of();
    }
    return numbers;
  }
}
