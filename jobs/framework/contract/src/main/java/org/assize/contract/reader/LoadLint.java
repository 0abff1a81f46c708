package org.assize.contract.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.Interval;
import org.assize.contract.Load.Mode;
import org.assize.contract.Load.WhenEmpty;
import org.assize.contract.LogicalType;
import org.assize.contract.Source;
import org.assize.contract.SourceUse;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;

/** Whether layer, sources, transform, load and schedule go together. */
final class LoadLint {

  private final Faults faults;
  private final DataContract contract;
  private final Mapping assize;
  private final Mapping load;
  private final List<String> columns;

  LoadLint(DataContract contract, Mapping assize, Problems problems) {
    this.contract = contract;
    this.assize = assize;
    this.load = assize.mapping("load").orElse(Mapping.empty(assize.place()));
    this.columns = contract.columns().stream().map(Column::name).toList();
    this.faults = new Faults(problems);
  }

  void check() {
    for (String key : List.of("deleteWhen", "access", "retention", "measure")) {
      if (assize.has(key)) {
        faults.unsupported(assize.placeOf(key), "`" + key + "`", "Remove it.");
      }
    }
    if (load.has("deleteWhen")) {
      faults.unsupported(load.placeOf("deleteWhen"), "`deleteWhen`", "Remove it.");
    }
    if (assize.has("sources") && assize.has("transform")) {
      faults.invalid(
          assize.placeOf("transform"),
          "A table has sources or a transform, not both.",
          "",
          "Make two tables of it.");
    } else if (assize.has("sources")) {
      sourceFed();
    } else {
      derived();
    }
    load.text("mode")
        .filter(mode -> mode.equals("history") || mode.equals("bitemporal"))
        .ifPresent(mode -> faults.unsupported(load.placeOf("mode"), "Load mode " + mode, ""));
    interval();
    assize.mapping("schedule").ifPresent(schedule -> new ScheduleLint(faults).check(schedule));
  }

  private void sourceFed() {
    if (assize.text("layer").filter("published"::equals).isPresent()) {
      faults.invalid(
          assize.placeOf("layer"),
          "A table that sources feed is curated.",
          "Published tables are made of curated ones.",
          "Write layer: curated.");
    }
    switch (contract.load().mode()) {
      case REPLACE -> {
        contract.sources().forEach(this::needsPlaceholder);
        mayNotEmpty();
      }
      case REPLACE_INTERVAL ->
          faults.unsupported(
              load.placeOf("mode"), "replaceInterval of a table that sources feed", "Use merge.");
      case MERGE -> {
        if (contract.primaryKey().isEmpty() && is("merge")) {
          faults.invalid(
              load.placeOf("mode"),
              "merge needs a key.",
              "It keeps the latest row of each.",
              "Mark the columns of the key with primaryKey: true.");
        }
      }
      case APPEND -> {}
    }
    latestBy();
  }

  private void needsPlaceholder(SourceUse use) {
    Source source = use.source();
    if (source.placeholders().isEmpty()) {
      faults.invalid(
          load.placeOf("mode"),
          "replace needs a placeholder in the files of `" + source.name() + "`.",
          "Without one its files are one endless delivery, and none is the newest.",
          "Name what changes, for example {delivery_date}.");
    }
  }

  private void mayNotEmpty() {
    if (contract.load().whenEmpty().filter(policy -> policy != WhenEmpty.HOLD).isPresent()) {
      faults.invalid(
          load.placeOf("whenEmpty"),
          "A delivery without rows may not empty a table.",
          "A header alone is what a broken export looks like, too.",
          "Leave it out, or write hold; `quality accept` lets a delivery in that is meant so.");
    }
  }

  private void latestBy() {
    Set<String> known = new HashSet<>(columns);
    List<Set<String>> placeholders = new ArrayList<>();
    for (SourceUse use : contract.sources()) {
      placeholders.add(Set.copyOf(use.source().placeholders()));
      use.source().placeholders().forEach(placeholder -> known.add("_" + placeholder));
    }
    if (load.has("latestBy") && (is("append") || is("replaceInterval"))) {
      faults.invalid(
          load.placeOf("latestBy"),
          "`latestBy` means nothing to this load mode.",
          "It orders the versions of a key.",
          "Remove it.");
    }
    for (Scalar name : load.scalars("latestBy")) {
      String text = name.text();
      boolean everywhere =
          !text.startsWith("_")
              || placeholders.stream().allMatch(set -> set.contains(text.substring(1)));
      if (!known.contains(text) || !everywhere) {
        faults.unknownColumn(name.place(), text, "latestBy", known);
      } else if (contract.column(text).filter(LoadLint::isNested).isPresent()) {
        faults.invalid(name.place(), "A nested column has no order.", "", "");
      }
    }
  }

  private void derived() {
    if (is("append") || is("merge")) {
      faults.unsupported(
          load.placeOf("mode"),
          "Load mode " + load.text("mode").orElse("") + " of a derived table",
          "Use replace or replaceInterval.");
    }
    if (load.has("latestBy")) {
      faults.invalid(
          load.placeOf("latestBy"),
          "`latestBy` means nothing to a derived table.",
          "",
          "Remove it.");
    }
    assize.mapping("transform").ifPresent(written -> new TransformLint(faults).check(written));
  }

  private void interval() {
    Optional<Interval> interval = contract.load().interval();
    if (interval.isEmpty()) {
      if (contract.load().mode() == Mode.REPLACE_INTERVAL && !load.has("interval")) {
        faults.missing(
            load.place(),
            "replaceInterval needs an interval.",
            "Add interval: {column: ..., grain: day}.");
      }
      return;
    }
    Mapping written = load.mapping("interval").orElse(load);
    Optional<Column> column = contract.column(interval.get().column());
    if (column.isEmpty()) {
      faults.unknownColumn(written.placeOf("column"), interval.get().column(), "interval", columns);
    } else if (column.get().logicalType() == LogicalType.DATE) {
      if (interval.get().grain() == Interval.Grain.HOUR) {
        faults.invalid(written.placeOf("grain"), "A date has no hours.", "", "Use grain: day.");
      }
    } else if (column.get().logicalType() != LogicalType.TIMESTAMP) {
      faults.invalid(
          written.placeOf("column"),
          "The column of an interval is a date or a timestamp.",
          "`" + column.get().name() + "` is " + column.get().physicalType() + ".",
          "");
    }
  }

  private boolean is(String mode) {
    return load.text("mode").filter(mode::equals).isPresent();
  }

  private static boolean isNested(Column column) {
    return column.logicalType() == LogicalType.OBJECT || column.logicalType() == LogicalType.ARRAY;
  }
}
