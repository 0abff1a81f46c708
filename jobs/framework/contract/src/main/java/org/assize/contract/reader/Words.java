package org.assize.contract.reader;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that stand for the cases of an enum in a contract: camel case of the Java name. */
final class Words {

  private static final ClassValue<Map<String, Enum<?>>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> type) {
          return Stream.of(type.getEnumConstants())
              .map(value -> (Enum<?>) value)
              .collect(Collectors.toUnmodifiableMap(Words::word, value -> value));
        }
      };

  private Words() {}

  /** The case that a word stands for. */
  static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    return Optional.ofNullable(KNOWN.get(type).get(word)).map(type::cast);
  }

  /** The word of one case: {@code REPLACE_INTERVAL} is {@code replaceInterval}. */
  static String word(Enum<?> value) {
    var word = new StringBuilder();
    for (String part : value.name().split("_", -1)) {
      String lower = part.toLowerCase(Locale.ROOT);
      word.append(
          word.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return word.toString();
  }
}
