package org.assize.cli.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assize.contract.Format;

/** Writes the {@code assize} mapping of a source-fed contract. */
record SourceText(String table, Sample sample, FilePath files, SourceFormats formats) {

  List<String> lines(String load) {
    List<String> members = new ArrayList<>();
    members.add("name: " + sourceName());
    members.add("files: " + YamlText.of(files.pattern()));
    members.add("format: " + sample.format().name().toLowerCase(Locale.ROOT));
    if (sample.format() == Format.CSV && sample.delimiter() != ',') {
      members.add("delimiter: " + YamlText.of(String.valueOf(sample.delimiter())));
    }
    sample.rows().ifPresent(rows -> members.add("rows: " + YamlText.of(rows)));
    add("dates", formats.dates(), members);
    add("timestamps", formats.timestamps(), members);
    if (!formats.nulls().isEmpty()) {
      List<String> nulls = new ArrayList<>(List.of(""));
      nulls.addAll(formats.nulls());
      add("nulls", nulls, members);
    }
    if (!formats.trues().isEmpty() && !plain()) {
      members.add(
          "booleans: {\"true\": "
              + YamlText.list(formats.trues())
              + ", \"false\": "
              + YamlText.list(formats.falses())
              + "}");
    }
    return List.of(
        "layer: curated", "sources:", "  - {" + String.join(", ", members) + "}", "load: " + load);
  }

  private boolean plain() {
    return formats.trues().equals(List.of("true")) && formats.falses().equals(List.of("false"));
  }

  /** A source and a table share one set of names in a domain. */
  private String sourceName() {
    String name = files.sourceName();
    return name.equals(table) ? name + "_file" : name;
  }

  private static void add(String key, List<String> texts, List<String> members) {
    if (!texts.isEmpty()) {
      members.add(key + ": " + YamlText.list(texts));
    }
  }
}
