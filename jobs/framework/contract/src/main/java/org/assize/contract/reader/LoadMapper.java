package org.assize.contract.reader;

import java.util.Optional;
import org.assize.contract.Interval;
import org.assize.contract.Load;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;

/** Load and interval out of the {@code assize} mapping with defaults filled in. */
final class LoadMapper {

  private final Problems problems;

  LoadMapper(Problems problems) {
    this.problems = problems;
  }

  Load load(Mapping assize, Load.Mode otherwise) {
    Mapping written = assize.mapping("load").orElse(Mapping.empty(assize.place()));
    return new Load(
        written.text("mode").flatMap(word -> Words.find(Load.Mode.class, word)).orElse(otherwise),
        written.texts("latestBy"),
        written.mapping("interval").flatMap(this::interval),
        written.text("whenEmpty").flatMap(word -> Words.find(Load.WhenEmpty.class, word)));
  }

  private Optional<Interval> interval(Mapping written) {
    Interval.Grain grain =
        written
            .text("grain")
            .flatMap(word -> Words.find(Interval.Grain.class, word))
            .orElse(Interval.Grain.DAY);
    return written
        .text("column")
        .map(
            column ->
                new Interval(
                    column,
                    grain,
                    SourceMapper.zone(written, "timezone", problems),
                    written.isTrue("fixed")));
  }
}
