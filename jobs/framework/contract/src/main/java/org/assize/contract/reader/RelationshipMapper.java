package org.assize.contract.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assize.contract.Relationship;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;

/** Foreign keys out of {@code relationships} of a column or a table. */
final class RelationshipMapper {

  private static final Pattern PARENT =
      Pattern.compile("([a-z][a-z0-9_]*?)__([a-z][a-z0-9_]*)\\.([a-z][a-z0-9_]*)");

  private final Problems problems;

  RelationshipMapper(Problems problems) {
    this.problems = problems;
  }

  /** Those of one column. */
  List<Relationship> ofColumn(Mapping column) {
    List<Relationship> read = new ArrayList<>();
    List<String> from = List.of(column.text("name").orElse(""));
    for (Mapping written : column.mappings("relationships")) {
      read(from, written).ifPresent(read::add);
    }
    return read;
  }

  /** Those of a table, from one column or several. */
  List<Relationship> ofTable(Mapping table, Set<String> columns) {
    List<Relationship> read = new ArrayList<>();
    String name = table.text("name").orElse("") + ".";
    for (Mapping written : table.mappings("relationships")) {
      List<String> from =
          several(written, "from").stream()
              .map(column -> column.startsWith(name) ? column.substring(name.length()) : column)
              .toList();
      for (String column : from) {
        if (!columns.contains(column)) {
          new Faults(problems)
              .unknownColumn(written.placeOf("from"), column, "relationships", columns);
        }
      }
      if (columns.containsAll(from)) {
        read(from, written).ifPresent(read::add);
      }
    }
    return read;
  }

  private Optional<Relationship> read(List<String> from, Mapping written) {
    Set<String> parents = new HashSet<>();
    List<String> to = new ArrayList<>();
    String domain = "";
    String table = "";
    for (String reference : several(written, "to")) {
      Matcher parts = PARENT.matcher(reference);
      if (parts.matches()) {
        domain = parts.group(1);
        table = parts.group(2);
        to.add(parts.group(3));
        parents.add(domain + "/" + table);
      }
    }
    if (to.size() != from.size() || parents.size() != 1) {
      notRead(written.place());
      return Optional.empty();
    }
    return Optional.of(new Relationship(from, domain, table, to, written.place()));
  }

  private static List<String> several(Mapping written, String key) {
    List<String> texts = written.texts(key);
    return texts.isEmpty() ? written.text(key).stream().toList() : texts;
  }

  private void notRead(Place place) {
    problems.add(
        ErrorCode.UNSUPPORTED,
        place,
        "A relationship leads to as many columns of one other table as it comes from.",
        "",
        "Write each as `<domain>__<table>.<column>`.");
  }
}
