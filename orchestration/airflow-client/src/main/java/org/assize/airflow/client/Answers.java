package org.assize.airflow.client;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assize.airflow.client.generated.ApiException;
import org.jspecify.annotations.Nullable;

/** Turns what the generated client read into values of ours: nothing is null behind it. */
final class Answers {

  private Answers() {}

  /** What turns one generated answer into ours. */
  @FunctionalInterface
  interface Reading<G, T> {
    T of(G generated) throws ApiException;
  }

  /** What must be there: an answer without it is unreadable. */
  static <T> T required(@Nullable T value, String field) throws ApiException {
    if (value == null) {
      throw new ApiException(new JsonMappingException(null, field + " is missing"));
    }
    return value;
  }

  /** A list that must be there, each of its items read. */
  static <G, T> List<T> each(@Nullable List<G> generated, String field, Reading<G, T> reading)
      throws ApiException {
    List<T> all = new ArrayList<>();
    for (G one : required(generated, field)) {
      all.add(reading.of(required(one, field)));
    }
    return List.copyOf(all);
  }

  /** Our word for a generated one: the same name, or the one that stands for all others. */
  static <E extends Enum<E>> E word(Class<E> words, Enum<?> generated, E other) {
    return Arrays.stream(words.getEnumConstants())
        .filter(word -> word.name().equals(generated.name()))
        .findFirst()
        .orElse(other);
  }

  static Optional<Instant> instant(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }

  static Optional<RunInterval> interval(
      @Nullable OffsetDateTime start, @Nullable OffsetDateTime end) {
    return start == null || end == null
        ? Optional.empty()
        : Optional.of(new RunInterval(start.toInstant(), end.toInstant()));
  }

  static OffsetDateTime sent(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
