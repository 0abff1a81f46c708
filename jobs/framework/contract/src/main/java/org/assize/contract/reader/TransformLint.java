package org.assize.contract.reader;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assize.contract.yaml.Mapping;

/** Whether what a transform says can be meant. */
final class TransformLint {

  private static final String TABLE = "[a-z][a-z0-9_]*_(raw|curated|published)\\.[a-z][a-z0-9_]*";
  private static final String CLASS = "([A-Za-z_$][\\w$]*\\.)*[A-Za-z_$][\\w$]*";

  private final Faults faults;

  TransformLint(Faults faults) {
    this.faults = faults;
  }

  void check(Mapping transform) {
    transform
        .text("java")
        .filter(name -> !name.matches(CLASS))
        .ifPresent(
            name ->
                faults.invalid(
                    transform.placeOf("java"), "`" + name + "` is no name of a class.", "", ""));
    Set<String> names = new HashSet<>();
    for (Mapping input : transform.mappings("inputs")) {
      input.text("table").ifPresent(table -> table(input, table));
      String name = input.text("name").or(() -> input.text("table")).orElse("");
      if (!names.add(name)) {
        faults.twice(input.place(), "Two inputs are called `" + name + "`.", "Rename one.");
      }
      read(input);
    }
  }

  private void table(Mapping input, String table) {
    if (!table.matches(TABLE)) {
      faults.invalid(
          input.placeOf("table"),
          "`" + table + "` is no name of a table.",
          "",
          "Write <domain>_<layer>.<table>, for example cases_curated.hearing.");
    }
  }

  private void read(Mapping input) {
    String read = input.text("read").orElse("interval");
    if (read.equals("asOf")) {
      faults.unsupported(input.placeOf("read"), "`read: asOf`", "Use interval or all.");
    }
    for (String key : List.of("lookback", "lookahead")) {
      if (read.equals("all") && input.has(key)) {
        faults.invalid(
            input.placeOf(key), "`" + key + "` widens nothing where all rows are read.", "", "");
      }
    }
    if (input.has("changes") && !read.equals("all")) {
      faults.invalid(
          input.placeOf("changes"),
          "`changes` is about inputs that are read whole.",
          "",
          "Add read: all, or remove it.");
    }
  }
}
