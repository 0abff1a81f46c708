package org.assize.cli.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An edit as a unified diff, for {@code git apply} and {@code patch -p1}. */
public final class Patch {

  private static final int CONTEXT = 3;

  private Patch() {}

  /**
   * The diff; empty where nothing changed.
   *
   * @param path of the file, from the root of the workspace
   */
  public static List<String> of(ContractEdit edit, String path) {
    if (edit.changed().isEmpty()) {
      return List.of();
    }
    List<String> diff = new ArrayList<>(List.of("--- a/" + path, "+++ b/" + path));
    List<String> lines = edit.lines();
    // What stands behind the last line's end is no line.
    int last = lines.get(lines.size() - 1).isEmpty() ? lines.size() - 1 : lines.size();
    int grown = 0;
    List<Integer> hunk = new ArrayList<>();
    for (int index : new TreeMap<>(edit.changed()).keySet()) {
      if (!hunk.isEmpty() && index - hunk.get(hunk.size() - 1) > 2 * CONTEXT) {
        grown += add(edit, hunk, last, grown, diff);
        hunk.clear();
      }
      hunk.add(index);
    }
    add(edit, hunk, last, grown, diff);
    return diff;
  }

  private static int add(
      ContractEdit edit, List<Integer> hunk, int last, int grown, List<String> diff) {
    int from = Math.max(0, hunk.get(0) - CONTEXT);
    int to = Math.min(last, hunk.get(hunk.size() - 1) + CONTEXT + 1);
    Map<Integer, List<String>> changed = edit.changed();
    List<String> body = new ArrayList<>();
    int now = 0;
    for (int i = from; i < to; i++) {
      String line = edit.lines().get(i);
      String end = i == edit.lines().size() - 1 ? "\n\\ No newline at end of file" : "";
      List<String> after = changed.getOrDefault(i, List.of(line));
      boolean isKept = after.get(0).equals(line);
      body.add((isKept ? " " : "-") + line + end);
      for (int j = isKept ? 1 : 0; j < after.size(); j++) {
        body.add("+" + after.get(j) + (j == after.size() - 1 ? end : ""));
      }
      now += after.size();
    }
    diff.add(
        "@@ -" + (from + 1) + "," + (to - from) + " +" + (from + 1 + grown) + "," + now + " @@");
    diff.addAll(body);
    return now - (to - from);
  }
}
