package org.assize.cli.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assize.cli.profile.ColumnProfile;
import org.assize.cli.profile.Shape;
import org.assize.contract.LogicalType;

/**
 * What the columns of a delivered file hold. Nobody said which of them are restricted, so there are
 * no values unless they are asked for.
 *
 * @param records how many were read
 * @param isCut whether the file may have more
 */
public record SampleProfile(long records, boolean isCut, List<ColumnProfile> columns) {

  public SampleProfile {
    columns = List.copyOf(columns);
  }

  /** Reads a file, shapes only. */
  public static SampleProfile of(Path file) throws IOException {
    return of(file, column -> Optional.empty());
  }

  /** Reads a file, with the smallest and the largest number of each column. */
  public static SampleProfile withValues(Path file) throws IOException {
    return of(file, Optional::of);
  }

  private static SampleProfile of(Path file, Function<Observed, Optional<Observed>> shown)
      throws IOException {
    Sample sample = Drafter.sample(file);
    List<ColumnProfile> columns = new ArrayList<>();
    add(sample.root(), "", sample.records(), shown, columns);
    return new SampleProfile(sample.records(), sample.isCut(), columns);
  }

  private static void add(
      Observed place,
      String path,
      long records,
      Function<Observed, Optional<Observed>> shown,
      List<ColumnProfile> columns) {
    for (Map.Entry<String, Observed> member : place.members().entrySet()) {
      String name = path + member.getKey();
      Observed inner = member.getValue();
      if (inner.members().isEmpty() && inner.anyElements().isEmpty()) {
        columns.add(column(name, inner, records, shown.apply(inner)));
      }
      add(inner, name + ".", records, shown, columns);
      inner.anyElements().ifPresent(e -> add(e, name + "[*].", records, shown, columns));
    }
  }

  private static ColumnProfile column(
      String name, Observed observed, long records, Optional<Observed> shown) {
    Guess guess = TypeGuess.of(observed);
    List<String> texts = observed.texts();
    boolean isNumber = guess.type() == LogicalType.INTEGER || guess.type() == LogicalType.NUMBER;
    Comparator<String> bySize = Comparator.comparing(java.math.BigDecimal::new);
    Optional<Observed> numbers = shown.filter(any -> isNumber && guess.nulls().isEmpty());
    return new ColumnProfile(
        name,
        guess.type().name().toLowerCase(Locale.ROOT),
        false,
        Math.max(0, records - texts.size()),
        Optional.of((long) new HashSet<>(texts).size()),
        numbers.flatMap(column -> column.texts().stream().min(bySize)),
        numbers.flatMap(column -> column.texts().stream().max(bySize)),
        lengths(texts).min().stream().boxed().findFirst(),
        lengths(texts).max().stream().boxed().findFirst(),
        shapes(texts));
  }

  private static LongStream lengths(List<String> texts) {
    return texts.stream().mapToLong(text -> text.codePointCount(0, text.length()));
  }

  private static List<Shape> shapes(List<String> texts) {
    return texts.stream()
        .collect(Collectors.groupingBy(Shape::of, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> new Shape(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Shape::rows).reversed().thenComparing(Shape::text))
        .limit(Shape.MOST)
        .toList();
  }
}
