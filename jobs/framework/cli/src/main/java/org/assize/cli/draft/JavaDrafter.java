package org.assize.cli.draft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.LogicalType;

/**
 * Drafts a derived table that a class computes: its contract, the class, a test of it, and the
 * Maven module of its domain. The class yields the plain columns of one table as they are, so that
 * all of it builds, passes and runs before anything is changed.
 */
public final class JavaDrafter {

  private static final int WIDTH = 60;

  private final String domain;
  private final String table;
  private final DataContract read;
  private final List<Column> columns;

  /**
   * A drafter for one table.
   *
   * @param read the table that the class reads
   */
  public JavaDrafter(String domain, String table, DataContract read) {
    this.domain = domain;
    this.table = table;
    this.read = read;
    this.columns = read.columns().stream().filter(JavaDrafter::isPlain).toList();
  }

  /** The module's own file, below the workspace. */
  public String module() {
    return "jobs/" + domain + "/pom.xml";
  }

  /** Texts by their paths below the workspace: the module, the class, its test. */
  public Map<String, String> files() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    String sources = "jobs/" + domain + "/src/%s/java/" + domain + "/" + className() + "%s.java";
    files.put(module(), filled("pom.xml"));
    files.put(sources.formatted("main", ""), filled("Transform.java.txt"));
    files.put(sources.formatted("test", "Test"), filled("TransformTest.java.txt"));
    return files;
  }

  /** The contract, which promises just what the class yields. */
  public Draft draft() {
    List<DraftColumn> drafted = columns.stream().map(JavaDrafter::of).toList();
    List<String> keys = columns.stream().filter(Column::isKey).map(Column::name).toList();
    List<String> custom =
        List.of(
            "layer: published",
            "load: {mode: replace}",
            "transform:",
            "  java: " + domain + "." + className(),
            "  inputs:",
            "    - {name: " + input() + ", table: " + read.name() + ", read: all}");
    return new Draft(
        ContractText.of(domain, table, drafted, custom),
        drafted.size(),
        keys.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", keys)),
        List.of(),
        (int) drafted.stream().filter(column -> column.standard().isEmpty()).count() + 1,
        Optional.empty(),
        drafted.size() == read.columns().size()
            ? List.of()
            : List.of("Lists and objects of " + read.name() + " were left out."));
  }

  private String className() {
    return Stream.of(table.split("_"))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private String input() {
    return read.name().table();
  }

  private String filled(String resource) throws IOException {
    try (InputStream content =
        Objects.requireNonNull(JavaDrafter.class.getResourceAsStream("java/" + resource))) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{domain}", domain)
          .replace("{table}", table)
          .replace("{Class}", className())
          .replace("{input}", input())
          .replace("{columns}", wrapped(columns.stream().map(c -> '"' + c.name() + '"').toList()))
          .replace("{schema}", joined(columns.stream().map(JavaDrafter::declared).toList(), ", "))
          .replace("{row}", joined(columns.stream().map(JavaDrafter::sample).toList(), ","));
    }
  }

  /** Words of an argument list, on lines of their own where they are many. */
  private static String wrapped(List<String> words) {
    String line = String.join(", ", words);
    return line.length() <= WIDTH ? line : "\n            " + line.replace(", ", ",\n            ");
  }

  /** Words of a text, cut into a sum of texts where they are many. */
  private static String joined(List<String> words, String comma) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      line.append(words.get(i)).append(i + 1 < words.size() ? comma : "");
      if (line.length() > WIDTH || i + 1 == words.size()) {
        lines.add(line.toString());
        line.setLength(0);
      }
    }
    return String.join("\"\n            + \"", lines);
  }

  private static String declared(Column column) {
    return column.name() + " " + column.physicalType();
  }

  /** A made-up value, as the testkit reads it. */
  private static String sample(Column column) {
    return switch (column.logicalType()) {
      case STRING, TIME -> "a";
      case BOOLEAN -> "true";
      case INTEGER, NUMBER -> "1";
      case DATE -> "2026-01-01";
      case TIMESTAMP -> "2026-01-01T00:00:00Z";
      case OBJECT, ARRAY -> throw new IllegalStateException("only plain columns are drafted");
    };
  }

  private static boolean isPlain(Column column) {
    return column.logicalType() != LogicalType.OBJECT && column.logicalType() != LogicalType.ARRAY;
  }

  private static DraftColumn of(Column column) {
    boolean usual = column.logicalType().physicalDefault().equals(column.physicalType());
    return new DraftColumn(
        column.name(),
        Optional.empty(),
        column.logicalType(),
        usual ? Optional.empty() : Optional.of(column.physicalType()),
        column.isKey(),
        column.isKey() || column.required(),
        column.isClassified(),
        column.standard(),
        List.of(),
        Optional.empty());
  }
}
