package org.assize.contract.reader;

import java.util.List;
import java.util.Optional;
import org.assize.contract.Exemption;
import org.assize.contract.Limit;
import org.assize.contract.Measure;
import org.assize.contract.MeasureSpec;
import org.assize.contract.RuleTerms;
import org.assize.contract.Scope;
import org.assize.contract.Usual;
import org.assize.contract.yaml.Mapping;

/** What a rule over many rows measures, and the terms of any rule, out of checked mappings. */
final class MeasureMapper {

  private static final double MIDDLE = 0.5;
  private static final int FEWEST_MEASUREMENTS = 7;

  private MeasureMapper() {}

  /** The measure in {@code implementation}; empty where there is none, or none that is known. */
  static Optional<MeasureSpec> spec(Mapping implementation) {
    return implementation
        .text("measure")
        .flatMap(word -> Words.find(Measure.class, word))
        .filter(Measure::isNamed)
        .map(
            measure ->
                new MeasureSpec(
                    measure,
                    columns(implementation),
                    implementation.texts("by"),
                    implementation.text("quantile").flatMap(MeasureMapper::number).orElse(MIDDLE),
                    implementation.mapping("usual").flatMap(MeasureMapper::usual)));
  }

  static List<String> columns(Mapping implementation) {
    return implementation.has("column")
        ? implementation.text("column").stream().toList()
        : implementation.texts("columns");
  }

  private static Optional<Usual> usual(Mapping written) {
    Optional<Usual.Strategy> strategy =
        written.text("strategy").flatMap(word -> Words.find(Usual.Strategy.class, word));
    Optional<Double> limit = written.text("limit").flatMap(MeasureMapper::number);
    if (strategy.isEmpty() || limit.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Usual(
            strategy.get(), limit.get(), written.integer("minimum").orElse(FEWEST_MEASUREMENTS)));
  }

  /** What the property {@code assize} of a rule says. */
  static RuleTerms terms(Mapping ours) {
    return new RuleTerms(
        ours.text("action").flatMap(word -> Words.find(org.assize.contract.Action.class, word)),
        ours.text("nullPolicy").filter("fail"::equals).isPresent(),
        ours.text("where"),
        ours.text("scope").flatMap(word -> Words.find(Scope.class, word)).orElse(Scope.BATCH),
        ours.text("warnAt").flatMap(Limit::parse),
        ours.text("failAt").flatMap(Limit::parse),
        ours.mapping("exempt").flatMap(MeasureMapper::exemption));
  }

  private static Optional<Exemption> exemption(Mapping written) {
    return written
        .text("until")
        .flatMap(ExemptionLint::day)
        .map(
            day ->
                new Exemption(
                    day, written.text("reason").orElse(""), written.text("approver").orElse("")));
  }

  static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
