package org.assize.contract.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.LogicalType;
import org.assize.contract.problem.Place;

/** What differs in the columns of a table, those within others included. */
final class ColumnChanges {

  private final Found found;

  ColumnChanges(Found found) {
    this.found = found;
  }

  void compare(DataContract before, DataContract after) {
    columns(before.columns(), after.columns(), new Parent("", Optional.empty(), after.place()));
  }

  /** What holds the columns that are compared: the table, or a column of it. */
  private record Parent(String path, Optional<String> top, Place place) {

    String name(Column column) {
      return "`" + path + column.name() + "`";
    }

    String top(Column column) {
      return top.orElse(column.name());
    }

    Parent within(Column column) {
      return new Parent(path + column.name() + ".", Optional.of(top(column)), column.place());
    }
  }

  private void columns(List<Column> before, List<Column> after, Parent parent) {
    List<Column> gone = new ArrayList<>();
    List<Column> added = new ArrayList<>(after);
    for (Column column : before) {
      Optional<Column> same = named(column.name(), after);
      if (same.isPresent()) {
        added.remove(same.get());
        one(column, same.get(), parent);
      } else {
        gone.add(column);
      }
    }
    for (Column column : gone) {
      Optional<Column> renamed = added.stream().filter(a -> isRenamed(column, a)).findFirst();
      String what = renamed.map(to -> " renamed to " + parent.name(to)).orElse(" removed");
      found.add(
          Impact.BREAKING,
          renamed.map(Column::place).orElse(parent.place()),
          "column " + parent.name(column) + what,
          parent.top(column));
      renamed.ifPresent(added::remove);
    }
    for (Column column : added) {
      found.add(Impact.COMPATIBLE, column.place(), "column " + parent.name(column) + " added");
    }
  }

  private static Optional<Column> named(String name, List<Column> columns) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The same type, and filled from the same field or described in the same words. */
  private static boolean isRenamed(Column before, Column after) {
    List<String> filledFrom =
        before.sourceNames().isEmpty() ? List.of(before.name()) : before.sourceNames();
    boolean sameField = after.sourceNames().equals(filledFrom);
    boolean sameWords =
        !before.description().isEmpty() && before.description().equals(after.description());
    return before.physicalType().equals(after.physicalType()) && (sameField || sameWords);
  }

  private void one(Column before, Column after, Parent parent) {
    String name = parent.name(after);
    String top = parent.top(after);
    type(before, after, name, parent);
    if (before.required() != after.required()) {
      found.add(
          after.required() ? Impact.COMPATIBLE : Impact.BREAKING,
          after.place(),
          after.required() ? name + " is now never empty" : name + " can now be empty",
          top);
    }
    if (before.unique() != after.unique()) {
      found.add(
          after.unique() ? Impact.COMPATIBLE : Impact.BREAKING,
          after.place(),
          after.unique() ? name + " is now unique" : name + " is no longer unique",
          top);
    }
    new OptionChanges(found).compare(before, after, name, top);
    differ(
        Impact.COMPATIBLE,
        before.classification(),
        after.classification(),
        after,
        "the classification of " + name + " changed",
        top);
    differ(
        Impact.COMPATIBLE,
        before.sourceNames(),
        after.sourceNames(),
        after,
        name + " is filled from another field",
        top);
    differ(
        Impact.DOCUMENTATION,
        before.critical(),
        after.critical(),
        after,
        name + " weighs otherwise in quality scores",
        top);
    differ(
        Impact.DOCUMENTATION,
        before.description(),
        after.description(),
        after,
        "the description of " + name + " changed",
        top);
  }

  /** Columns within others are compared one by one: a field more breaks nobody. */
  private void type(Column before, Column after, String name, Parent parent) {
    boolean both = before.logicalType() == after.logicalType();
    if (both && after.logicalType() == LogicalType.OBJECT) {
      columns(before.properties(), after.properties(), parent.within(after));
    } else if (both && after.logicalType() == LogicalType.ARRAY) {
      if (before.items().isPresent() && after.items().isPresent()) {
        one(before.items().get(), after.items().get(), parent.within(after));
      }
    } else if (!both || !before.physicalType().equals(after.physicalType())) {
      found.add(
          Impact.BREAKING,
          after.place(),
          name + " is now " + after.physicalType() + ", was " + before.physicalType(),
          parent.top(after));
    }
  }

  private void differ(
      Impact impact, Object before, Object after, Column column, String what, String top) {
    if (!before.equals(after)) {
      found.add(impact, column.place(), what, top);
    }
  }
}
