package org.assize.contract.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what someone who mistyped a word may have meant. */
public final class Nearest {

  private static final int MOST = 3;

  private Nearest() {}

  /**
   * The candidates nearest to a word, best first, at most three, none much worse than the best.
   * Case does not count; a swap of two neighbouring letters counts as one slip, and about one slip
   * in three letters is forgiven. A candidate that continues the word, or that the word continues,
   * is near as well.
   */
  public static List<String> to(String word, Collection<String> candidates) {
    Map<String, Integer> near =
        candidates.stream()
            .distinct()
            .collect(Collectors.toMap(candidate -> candidate, c -> distance(word, c)));
    int best = near.values().stream().min(Comparator.naturalOrder()).orElse(0);
    int forgiven = Math.min(Math.max(1, word.length() / 3), best + 1);
    return near.entrySet().stream()
        .filter(entry -> entry.getValue() <= forgiven)
        .sorted(
            Comparator.comparing(Map.Entry<String, Integer>::getValue)
                .thenComparing(Map.Entry::getKey))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * A sentence that offers the nearest candidates, or names all of them where none is near and they
   * are few: {@code Did you mean `status`?}
   */
  public static String hint(String word, Collection<String> candidates) {
    List<String> near = to(word, candidates);
    if (!near.isEmpty()) {
      return "Did you mean " + quoted(near, " or ") + "?";
    }
    if (candidates.isEmpty() || candidates.size() > 24) {
      return "";
    }
    return "Known: " + quoted(candidates.stream().sorted().toList(), ", ") + ".";
  }

  private static String quoted(Collection<String> words, String separator) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(separator));
  }

  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    boolean continues =
        Math.min(a.length(), b.length()) >= 3 && (a.startsWith(b) || b.startsWith(a));
    return continues ? Math.min(1, edits(a, b)) : edits(a, b);
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  private static int edits(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        best = Math.min(best, cost[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[a.length()][b.length()];
  }
}
