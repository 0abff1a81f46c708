package org.assize.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table that people read: one line for each contender, its round of median time. */
final class Report {

  private static final String HEAD =
      """
      | job | wall s | CPU s | peak RSS MiB | written MiB | wall, CPU beside hand-written | beside DuckDB |
      |---|---|---|---|---|---|---|
      """;

  private Report() {}

  /**
   * @param rounds all results, of every contender as many
   */
  static String of(List<Result> rounds, Contender handWritten, Contender duckDb) {
    Cost first = median(rounds, handWritten).cost();
    Cost second = median(rounds, duckDb).cost();
    return rounds.stream()
        .map(Result::contender)
        .distinct()
        .map(contender -> line(median(rounds, contender), first, second))
        .collect(Collectors.joining("", HEAD, ""));
  }

  private static Result median(List<Result> rounds, Contender contender) {
    List<Result> own =
        rounds.stream()
            .filter(result -> result.contender().equals(contender))
            .sorted(Comparator.comparing(result -> result.cost().wall()))
            .toList();
    return own.get(own.size() / 2);
  }

  private static String line(Result result, Cost handWritten, Cost duckDb) {
    Cost cost = result.cost();
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %,d | %,d | %s | %s |%n",
        result.contender().name(),
        seconds(cost.wall()),
        seconds(cost.cpu()),
        cost.peakMemory() >> 20,
        result.bytesWritten() >> 20,
        beside(cost, handWritten),
        beside(cost, duckDb));
  }

  private static String beside(Cost cost, Cost other) {
    return String.format(
        Locale.ROOT,
        "%.2f, %.2f",
        seconds(cost.wall()) / seconds(other.wall()),
        seconds(cost.cpu()) / seconds(other.cpu()));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
