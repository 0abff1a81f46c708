package org.assize.contract.reader;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Value;

/** Whether {@code logicalTypeOptions} can be kept. */
final class OptionsLint {

  /** Promises that nothing checks yet; a promise that nobody checks would mislead. */
  private static final List<String> UNCHECKED =
      List.of(
          "minItems",
          "maxItems",
          "uniqueItems",
          "minProperties",
          "maxProperties",
          "required",
          "timezone",
          "defaultTimezone");

  private final Faults faults;

  OptionsLint(Faults faults) {
    this.faults = faults;
  }

  void check(Mapping options, String type) {
    for (String key : UNCHECKED) {
      if (options.has(key)) {
        faults.unsupported(options.placeOf(key), "A check of `" + key + "`", "Remove it.");
      }
    }
    if (options.has("format") && Set.of("date", "timestamp", "time").contains(type)) {
      faults.unsupported(
          options.placeOf("format"),
          "The format of a single column",
          "Say it once at the source, as dates or timestamps.");
    }
    order(options, "minLength", "maxLength");
    order(options, "minimum", "maximum");
    order(options, "exclusiveMinimum", "exclusiveMaximum");
  }

  private void order(Mapping options, String least, String most) {
    Optional<BigDecimal> low = number(options, least);
    Optional<BigDecimal> high = number(options, most);
    if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
      faults.invalid(
          options.placeOf(least),
          "`" + least + "` is above `" + most + "`.",
          "No value could meet both.",
          "");
    }
  }

  private static Optional<BigDecimal> number(Mapping options, String key) {
    Optional<Value> value = options.value(key);
    return value
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .filter(s -> s.type() == Scalar.Type.INTEGER || s.type() == Scalar.Type.NUMBER)
        .map(s -> new BigDecimal(s.text()));
  }
}
