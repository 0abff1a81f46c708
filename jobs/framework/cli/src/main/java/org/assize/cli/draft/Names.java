package org.assize.cli.draft;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of columns out of the names that a supplier uses. */
final class Names {

  private static final Pattern PERSONAL =
      Pattern.compile(
          "(^|_)(forename|forenames|firstname|surname|lastname|(first|last|middle|given|family|full"
              + "|person|birth|maiden)_name|dob|birth|born|postcode|address|street_name|email|phone"
              + "|telephone|mobile|pnc|cro|nomis|nino|national_insurance|passport|prison_number)"
              + "(_|$)");
  private static final Set<String> KEY_WORDS =
      Set.of("id", "ref", "reference", "no", "number", "num", "code", "cd", "key", "uuid", "uid");

  private Names() {}

  /** The name in snake_case: {@code Ref No} and {@code refNo} become {@code ref_no}. */
  static String snake(String name) {
    String divided =
        name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("([A-Z])([A-Z][a-z])", "$1_$2");
    String plain =
        divided.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
    if (plain.isEmpty()) {
      return "unnamed";
    }
    return Character.isDigit(plain.charAt(0)) ? "n" + plain : plain;
  }

  /** The names in snake_case, repeats told apart by a number. */
  static List<String> columns(List<String> names) {
    Set<String> taken = new HashSet<>();
    return names.stream().map(name -> untaken(snake(name), taken)).toList();
  }

  private static String untaken(String name, Set<String> taken) {
    String candidate = name;
    for (int i = 2; !taken.add(candidate); i++) {
      candidate = name + "_" + i;
    }
    return candidate;
  }

  /** Whether a column of that name usually says who a person is. */
  static boolean isPersonal(String column) {
    return PERSONAL.matcher(column).find();
  }

  /** Whether a column of that name usually identifies something. */
  static boolean isLikeKey(String column) {
    List<String> words = Arrays.asList(column.split("_"));
    return KEY_WORDS.contains(words.get(words.size() - 1)) || column.endsWith("cd");
  }
}
