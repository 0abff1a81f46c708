package org.assize.contract.reader;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;

/** Whether a rule in Java says what its class may see. */
final class JavaLint {

  private final Map<String, String> types;
  private final Faults faults;

  /**
   * For one table.
   *
   * @param types logical type of each column
   */
  JavaLint(Map<String, String> types, Faults faults) {
    this.types = types;
    this.faults = faults;
  }

  void check(Mapping implementation) {
    Set<String> seen = new HashSet<>();
    if (implementation.has("columns") && implementation.scalars("columns").isEmpty()) {
      faults.missing(
          implementation.placeOf("columns"),
          "The rule does not say which columns its class sees.",
          "Add `columns: [...]`.");
    }
    for (Scalar name : implementation.scalars("columns")) {
      String type = types.get(name.text());
      if (type == null) {
        faults.unknownColumn(name.place(), name.text(), "columns", types.keySet());
      } else if (type.equals("object") || type.equals("array")) {
        faults.unsupported(
            name.place(),
            "Column `" + name.text() + "` of type " + type + " in a rule in Java",
            "Write a SQL condition over its parts.");
      }
      if (!seen.add(name.text())) {
        faults.twice(name.place(), "`" + name.text() + "` stands twice in `columns`.", "");
      }
    }
  }
}
