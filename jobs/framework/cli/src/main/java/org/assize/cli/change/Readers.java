package org.assize.cli.change;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assize.contract.DatasetName;
import org.assize.core.Definition;
import org.assize.core.TableGraph;

/**
 * Who reads a table, or a column of it, within the workspace. A query reads a column if it names it
 * anywhere or selects everything; a class may read any column of its inputs.
 */
record Readers(TableGraph graph) {

  private static final Pattern EVERYTHING = Pattern.compile("(?i)(SELECT|,|\\.)\\s*\\*");

  /** The reading tables, each with the place of the query where one is known. */
  List<String> of(DatasetName table, Optional<String> column) {
    return graph.definitions().stream()
        .filter(Definition.Derived.class::isInstance)
        .map(Definition.Derived.class::cast)
        .filter(reader -> reader.needs().contains(table))
        .flatMap(reader -> reading(reader, column).stream())
        .toList();
  }

  private static Optional<String> reading(Definition.Derived reader, Optional<String> column) {
    String name = reader.table().selector();
    if (reader.sql().isEmpty() || column.isEmpty()) {
      return Optional.of(name);
    }
    String sql = reader.sql().get();
    Matcher named = Pattern.compile("(?i)\\b" + Pattern.quote(column.get()) + "\\b").matcher(sql);
    Matcher everything = EVERYTHING.matcher(sql);
    if (named.find()) {
      return Optional.of(name + " (" + place(reader, sql, named.start()) + ")");
    }
    return everything.find()
        ? Optional.of(name + " (" + place(reader, sql, everything.start()) + ", all columns)")
        : Optional.empty();
  }

  private static String place(Definition.Derived reader, String sql, int at) {
    long line = sql.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    return "jobs/" + reader.table().selector() + ".sql:" + line;
  }
}
