package org.assize.contract.reader;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.contract.InputSpec;
import org.assize.contract.TransformSpec;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;

/** What computes a derived table, out of {@code transform}. */
final class TransformMapper {

  private final Problems problems;

  TransformMapper(Problems problems) {
    this.problems = problems;
  }

  TransformSpec transform(Optional<Mapping> written) {
    if (written.isEmpty()) {
      return new TransformSpec(Optional.empty(), List.of());
    }
    List<InputSpec> inputs = new ArrayList<>();
    for (Mapping input : written.get().mappings("inputs")) {
      input.text("table").ifPresent(table -> inputs.add(input(input, table)));
    }
    return new TransformSpec(written.get().text("java"), inputs);
  }

  private InputSpec input(Mapping written, String table) {
    return new InputSpec(
        written.text("name").orElse(table),
        written.place(),
        table,
        written.text("read").flatMap(word -> Words.find(InputSpec.Read.class, word)),
        duration(written, "lookback"),
        duration(written, "lookahead"),
        written.text("changes").filter("ignore"::equals).isPresent());
  }

  private Duration duration(Mapping written, String key) {
    Optional<String> text = written.text(key);
    if (text.isEmpty()) {
      return Duration.ZERO;
    }
    try {
      Duration duration = Duration.parse(text.get());
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException wrong) {
      // Reported below, with the durations that point backwards.
    }
    problems.add(
        ErrorCode.CONTRACT_INVALID,
        written.placeOf(key),
        "`" + key + ": " + text.get() + "` is no duration.",
        "",
        "Write it as in ISO 8601: PT1H is an hour, P2D are two days.");
    return Duration.ZERO;
  }
}
