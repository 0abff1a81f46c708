package org.assize.cli.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assize.contract.LogicalType;

/** Writes a drafted contract: one line a column, as people would. */
final class ContractText {

  private ContractText() {}

  /**
   * The text of a contract.
   *
   * @param custom lines of the {@code assize} mapping, without indentation
   */
  static String of(String domain, String table, List<DraftColumn> columns, List<String> custom) {
    List<String> lines = new ArrayList<>();
    lines.add("apiVersion: v3.1.0");
    lines.add("kind: DataContract");
    lines.add("id: " + domain + "." + table);
    lines.add("version: 1.0.0");
    lines.add("status: draft");
    lines.add("schema:");
    lines.add("  - name: " + table);
    lines.add("    description: \"\"");
    lines.add("    properties:");
    columns.forEach(column -> lines.add("      - " + column(column)));
    lines.add("customProperties:");
    lines.add("  - property: assize");
    lines.add("    value:");
    custom.forEach(line -> lines.add("      " + line));
    return String.join("\n", lines) + "\n";
  }

  private static String column(DraftColumn column) {
    List<String> members = members(column);
    members.add(0, "name: " + column.name());
    if (column.standard().isEmpty()) {
      members.add("description: \"\"");
    }
    return "{" + String.join(", ", members) + "}";
  }

  private static List<String> members(DraftColumn column) {
    List<String> members = new ArrayList<>();
    members.add("logicalType: " + word(column.type()));
    column.physicalType().ifPresent(type -> members.add("physicalType: " + YamlText.of(type)));
    if (column.key()) {
      members.add("primaryKey: true");
    }
    if (column.required()) {
      members.add("required: true");
    }
    column
        .source()
        .filter(source -> !source.equals(column.name()))
        .ifPresent(s -> members.add("transformSourceObjects: " + YamlText.list(List.of(s))));
    if (column.restricted() && column.standard().isEmpty()) {
      members.add("classification: restricted");
    }
    column
        .standard()
        .ifPresent(
            name -> members.add("authoritativeDefinitions: [{type: standard, url: " + name + "}]"));
    if (!column.properties().isEmpty()) {
      members.add(
          column.properties().stream()
              .map(ContractText::column)
              .collect(Collectors.joining(", ", "properties: [", "]")));
    }
    column
        .items()
        .ifPresent(items -> members.add("items: {" + String.join(", ", members(items)) + "}"));
    return members;
  }

  private static String word(LogicalType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
