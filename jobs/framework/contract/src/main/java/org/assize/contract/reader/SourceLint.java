package org.assize.contract.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assize.contract.problem.Place;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;

/** Whether what a contract reads from its sources can be found there. */
final class SourceLint {

  private final Faults faults;
  private final Mapping table;
  private final List<String> columns;

  SourceLint(Mapping table, Faults faults) {
    this.table = table;
    this.faults = faults;
    this.columns =
        table.mappings("properties").stream().flatMap(c -> c.text("name").stream()).toList();
  }

  /** Checks every use of a source, with the source's own keys filled in. */
  void check(List<Mapping> uses) {
    Set<String> seen = new HashSet<>();
    for (Mapping use : uses) {
      String name = use.text("from").or(() -> use.text("name")).orElse("");
      if (!seen.add(name)) {
        faults.unsupported(
            use.place(), "Reading `" + name + "` twice in one table", "Make two tables of it.");
      }
      use(use);
    }
  }

  private void use(Mapping use) {
    if (use.text("format").isEmpty()) {
      return;
    }
    boolean csv = use.text("format").filter("csv"::equals).isPresent();
    Optional<String> rows = use.text("rows");
    if (csv && rows.isPresent()) {
      faults.invalid(
          use.placeOf("rows"), "A csv has no `rows`: a line is a row.", "", "Remove it.");
    } else if (rows.isPresent()) {
      PathSyntax.faultOfRows(rows.get())
          .ifPresent(fault -> path(use.placeOf("rows"), rows.get(), fault));
    }
    Mapping names = use.mapping("columns").orElse(Mapping.empty(use.place()));
    for (Mapping.Entry entry : names.entries()) {
      if (!columns.contains(entry.key())) {
        faults.unknownColumn(entry.place(), entry.key(), "columns", columns);
      } else if (!csv && entry.value() instanceof Scalar name) {
        columnPath(name, rows, logicalType(entry.key()));
      }
    }
    if (!csv) {
      for (Mapping column : table.mappings("properties")) {
        String type = column.text("logicalType").orElse("");
        alone(column);
        for (Scalar name : column.scalars("transformSourceObjects")) {
          columnPath(name, rows, type);
        }
        nested(column, rows);
      }
    }
    booleans(use);
    if (!csv && use.text("drift").filter("freeze"::equals).isPresent()) {
      faults.unsupported(
          use.placeOf("drift"), "`drift: freeze` of a source without header", "Use quarantine.");
    }
    if (!csv && use.has("delimiter")) {
      faults.invalid(use.placeOf("delimiter"), "Only a csv has a delimiter.", "", "Remove it.");
    }
  }

  private void alone(Mapping column) {
    List<Scalar> names = column.scalars("transformSourceObjects");
    for (Scalar name : names) {
      if (names.size() > 1 && PathSyntax.present(name.text()).isPresent()) {
        faults.invalid(
            name.place(),
            "`" + name.text() + "` stands beside other names.",
            "It is always true or false, so the others would never be read.",
            "Make a column of its own.");
      }
    }
  }

  private void columnPath(Scalar name, Optional<String> rows, String logicalType) {
    Optional<String> present = PathSyntax.present(name.text());
    if (present.isPresent() && !logicalType.equals("boolean")) {
      faults.invalid(
          name.place(),
          "`" + name.text() + "` is true or false.",
          "It says whether the key is there.",
          "Make the column logicalType: boolean.");
    }
    PathSyntax.faultOfColumn(present.orElse(name.text()), rows)
        .ifPresent(fault -> path(name.place(), name.text(), fault));
  }

  /** What stands within a column is found from there, not from the root. */
  private void nested(Mapping column, Optional<String> rows) {
    List<Mapping> parts = new ArrayList<>(column.mappings("properties"));
    column.mapping("items").ifPresent(parts::add);
    for (Mapping part : parts) {
      for (Scalar name : part.scalars("transformSourceObjects")) {
        if (name.text().startsWith("$")) {
          path(name.place(), name.text(), "begins at the root, within another column");
        } else {
          columnPath(name, rows, part.text("logicalType").orElse(""));
        }
      }
      nested(part, rows);
    }
  }

  private void path(Place place, String path, String fault) {
    faults.invalid(place, "`" + path + "` " + fault + ".", "", "");
  }

  private String logicalType(String column) {
    return table.mappings("properties").stream()
        .filter(c -> c.text("name").filter(column::equals).isPresent())
        .findFirst()
        .flatMap(c -> c.text("logicalType"))
        .orElse("");
  }

  /** One text cannot mean two things. */
  private void booleans(Mapping use) {
    Mapping booleans = use.mapping("booleans").orElse(Mapping.empty(use.place()));
    Set<String> yes = booleans.texts("true").stream().collect(Collectors.toSet());
    for (Scalar no : booleans.scalars("false")) {
      if (yes.contains(no.text())) {
        faults.invalid(no.place(), "`" + no.text() + "` means both true and false.", "", "");
      }
    }
  }
}
