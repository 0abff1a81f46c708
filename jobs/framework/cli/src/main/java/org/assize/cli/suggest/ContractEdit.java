package org.assize.cli.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assize.contract.Column;
import org.assize.contract.DataContract;

/** Suggestions written into the text of a contract, every other character as it was. */
public final class ContractEdit {

  private final List<String> lines;
  private final Map<Integer, List<String>> changed = new TreeMap<>();
  private final List<Suggestion> unwritten = new ArrayList<>();

  /** An edit of a contract's text. */
  public ContractEdit(String text) {
    this.lines = List.of(text.split("\n", -1));
  }

  /** Writes each suggestion for which the text has a plain place. */
  public void apply(DataContract contract, List<Suggestion> suggestions) {
    for (Suggestion suggestion : suggestions) {
      boolean isWritten =
          suggestion
              .column()
              .flatMap(contract::column)
              .map(column -> toColumn(column, suggestion))
              .orElseGet(() -> toTable(suggestion));
      if (!isWritten) {
        unwritten.add(suggestion);
      }
    }
  }

  /** Suggestions for which the text has no plain place. */
  public List<Suggestion> unwritten() {
    return List.copyOf(unwritten);
  }

  /** The lines as they were. */
  List<String> lines() {
    return lines;
  }

  /** What stands in the place of each line that changed, by its index. */
  Map<Integer, List<String>> changed() {
    return changed;
  }

  private boolean toColumn(Column column, Suggestion suggestion) {
    int index = column.place().line() - 1;
    String line = lines.get(index);
    String item = line.strip();
    if (item.startsWith("- {")) {
      return toFlow(index, item, suggestion);
    }
    int indent = indent(line) + 2;
    if (!item.startsWith("- ") || !item.contains(":") || has(index, indent, suggestion)) {
      return false;
    }
    changed
        .computeIfAbsent(index, at -> new ArrayList<>(List.of(line)))
        .add(" ".repeat(indent) + suggestion.key() + ": " + suggestion.yaml());
    return true;
  }

  private boolean toFlow(int index, String item, Suggestion suggestion) {
    boolean isTyped =
        !suggestion.key().equals("logicalTypeOptions") || item.contains("logicalType:");
    if (!item.endsWith("}") || item.contains(suggestion.key() + ":") || !isTyped) {
      return false;
    }
    List<String> now =
        changed.computeIfAbsent(index, at -> new ArrayList<>(List.of(lines.get(at))));
    String before = now.get(0);
    int end = before.lastIndexOf('}');
    now.set(
        0,
        before.substring(0, end)
            + ", "
            + suggestion.key()
            + ": "
            + suggestion.yaml()
            + before.substring(end));
    return true;
  }

  /** Whether a column in lines of its own has the key, or lacks the type that its options need. */
  private boolean has(int index, int indent, Suggestion suggestion) {
    boolean isTyped = lines.get(index).contains("logicalType:");
    for (int i = index; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i > index && !line.isBlank() && indent(line) < indent) {
        break;
      }
      String own = i == index ? line.strip().substring(2) : line.strip();
      boolean isOwn = i == index || indent(line) == indent;
      if (isOwn && own.startsWith(suggestion.key() + ":")) {
        return true;
      }
      isTyped |= isOwn && own.startsWith("logicalType:");
    }
    return suggestion.key().equals("logicalTypeOptions") && !isTyped;
  }

  /** After the columns: into the table's rules, or as its first. */
  private boolean toTable(Suggestion suggestion) {
    int columns = find(0, "properties:");
    if (columns < 0) {
      return false;
    }
    int indent = indent(lines.get(columns));
    int end = columns + 1;
    while (end < lines.size() && isWithin(lines.get(end), indent)) {
      end++;
    }
    String item = " ".repeat(indent + 2) + "- " + suggestion.yaml();
    boolean hasRules = end < lines.size() && lines.get(end).equals(" ".repeat(indent) + "quality:");
    if (hasRules) {
      String next = lines.get(end + 1);
      String same = " ".repeat(indent(next)) + "- " + suggestion.yaml();
      changed.put(end, new ArrayList<>(List.of(lines.get(end), same)));
    } else {
      int last = end - 1;
      while (lines.get(last).isBlank()) {
        last--;
      }
      List<String> now =
          changed.computeIfAbsent(last, at -> new ArrayList<>(List.of(lines.get(at))));
      now.add(" ".repeat(indent) + "quality:");
      now.add(item);
    }
    return hasRules || find(columns, "quality:", indent) < 0;
  }

  private int find(int from, String key) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private int find(int from, String key, int indent) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).startsWith(" ".repeat(indent) + key)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isWithin(String line, int indent) {
    return line.isBlank()
        || indent(line) > indent
        || (indent(line) == indent && line.strip().startsWith("- "));
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
