package org.assize.cli.draft;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.cli.draft.Observed.Kind;
import org.assize.cli.text.Numbers;
import org.assize.contract.LogicalType;
import org.assize.contract.standard.ColumnStandards;

/** Drafts columns and, on the way, gathers how the source writes dates, booleans and nulls. */
final class Columns {

  private final Set<String> dates = new LinkedHashSet<>();
  private final Set<String> timestamps = new LinkedHashSet<>();
  private final Set<String> nulls = new LinkedHashSet<>();
  private final Set<String> trues = new LinkedHashSet<>();
  private final Set<String> falses = new LinkedHashSet<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<String> zoneless = new ArrayList<>();
  private final ColumnStandards standards;

  Columns(ColumnStandards standards) {
    this.standards = standards;
  }

  List<DraftColumn> of(Observed object) {
    Iterator<String> columns = Names.columns(List.copyOf(object.members().keySet())).iterator();
    List<DraftColumn> drafted = new ArrayList<>();
    object
        .members()
        .forEach((name, values) -> drafted.add(column(columns.next(), Optional.of(name), values)));
    return drafted;
  }

  private DraftColumn column(String name, Optional<String> source, Observed values) {
    if (values.kinds().equals(Set.of(Kind.OBJECT))) {
      return nested(name, source, LogicalType.OBJECT, of(values), Optional.empty());
    }
    if (values.kinds().equals(Set.of(Kind.ARRAY)) && values.anyElements().isPresent()) {
      var element = column("element", Optional.empty(), values.anyElements().get());
      return nested(name, source, LogicalType.ARRAY, List.of(), Optional.of(element));
    }
    if (values.kinds().contains(Kind.OBJECT) || values.kinds().contains(Kind.ARRAY)) {
      remarks.add("`" + name + "` is not always of one shape: drafted as text.");
      return scalar(name, source, LogicalType.STRING, Optional.empty());
    }
    LogicalType type = typeOf(name, values);
    return scalar(name, source, type, StandardGuess.of(name, type, values, standards));
  }

  private LogicalType typeOf(String name, Observed values) {
    if (values.texts().isEmpty()) {
      remarks.add("`" + name + "` holds no value: drafted as text.");
      return LogicalType.STRING;
    }
    Guess guess = TypeGuess.of(values);
    nulls.addAll(guess.nulls());
    trues.addAll(guess.trues());
    falses.addAll(guess.falses());
    guess.pattern().ifPresent(pattern -> remember(name, guess.type(), pattern, values));
    if (guess.misfits() > 0) {
      remarks.add(
          "`" + name + "`: " + Numbers.count(guess.misfits(), "value") + " that no such date is.");
    }
    return guess.type();
  }

  private void remember(String name, LogicalType type, TimePattern pattern, Observed values) {
    Set<String> patterns = type == LogicalType.DATE ? dates : timestamps;
    patterns.add(pattern.pattern());
    boolean anyZone = values.texts().stream().anyMatch(TimePattern::hasZone);
    if (type == LogicalType.TIMESTAMP && !(pattern.isIso() && anyZone)) {
      zoneless.add(name);
    }
  }

  private static DraftColumn scalar(
      String name, Optional<String> source, LogicalType type, Optional<String> standard) {
    boolean restricted = type != LogicalType.BOOLEAN && Names.isPersonal(name);
    return new DraftColumn(
        name,
        source,
        type,
        Optional.empty(),
        false,
        false,
        restricted,
        standard,
        List.of(),
        Optional.empty());
  }

  private static DraftColumn nested(
      String name,
      Optional<String> source,
      LogicalType type,
      List<DraftColumn> properties,
      Optional<DraftColumn> items) {
    return new DraftColumn(
        name,
        source,
        type,
        Optional.empty(),
        false,
        false,
        false,
        Optional.empty(),
        properties,
        items);
  }

  /** How the source writes values, out of everything drafted so far. */
  SourceFormats formats() {
    return new SourceFormats(
        written(dates, "yyyy-MM-dd"),
        written(timestamps, "yyyy-MM-dd'T'HH:mm:ss"),
        List.copyOf(nulls),
        List.copyOf(trues),
        List.copyOf(falses));
  }

  /** ISO needs no telling where it is alone; beside other patterns it does. */
  private static List<String> written(Set<String> patterns, String iso) {
    return patterns.equals(Set.of(""))
        ? List.of()
        : patterns.stream().map(pattern -> pattern.isEmpty() ? iso : pattern).toList();
  }

  List<String> remarks() {
    List<String> all = new ArrayList<>(remarks);
    if (!zoneless.isEmpty()) {
      all.add(
          "Times without a zone in "
              + String.join(", ", zoneless)
              + ": UTC is assumed; add `timezone: Europe/London` to the source if they are local.");
    }
    return all;
  }
}
