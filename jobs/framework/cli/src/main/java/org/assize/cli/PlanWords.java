package org.assize.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assize.cli.text.Numbers;
import org.assize.cli.text.Style;
import org.assize.cli.text.TextTable;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.Interval;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.Foreseen;
import org.assize.core.Intervals;

/** What a run would do, in words. */
record PlanWords(Style style) {

  List<String> lines(List<Definition> chosen, List<Foreseen> foreseen) {
    var table = TextTable.leftAligned(5);
    table.row("table", "by", "from", "would", "why");
    for (int i = 0; i < chosen.size(); i++) {
      Definition definition = chosen.get(i);
      Foreseen one = foreseen.get(i);
      table.row(
          definition.table().selector(),
          load(definition) + group(definition),
          from(definition),
          work(one),
          one.why() + reads(one) + intervals(definition, one));
    }
    List<String> lines = new ArrayList<>(table.lines());
    for (Foreseen one : foreseen) {
      one.note().ifPresent(note -> lines.add("  " + one.table().selector() + "  " + note));
    }
    return lines;
  }

  private String work(Foreseen one) {
    return switch (one.work()) {
      case RUN -> style.good("run");
      case FOLLOW -> style.good("follow");
      case WAIT -> style.doubtful("wait");
      case NONE -> style.faint("nothing");
    };
  }

  private static String group(Definition definition) {
    return definition instanceof Definition.Contracted table
        ? table.contract().group().map(group -> ", in group " + group).orElse("")
        : "";
  }

  private static String reads(Foreseen one) {
    List<String> parts = new ArrayList<>();
    if (one.files() > 0) {
      parts.add(Numbers.count(one.files(), "file"));
    }
    one.rows().ifPresent(rows -> parts.add(Numbers.count(rows, "record")));
    one.bytes().ifPresent(bytes -> parts.add(Numbers.size(bytes)));
    return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
  }

  private static String intervals(Definition definition, Foreseen one) {
    if (one.intervals().isEmpty() || !(definition instanceof Definition.Derived derived)) {
      return "";
    }
    Interval spec = derived.contract().load().interval().orElseThrow();
    long count = new Intervals(spec).count(one.intervals());
    DataInterval first = one.intervals().get(0);
    DataInterval last = one.intervals().get(one.intervals().size() - 1);
    return "; "
        + Numbers.count(count, "interval")
        + " between "
        + first.start().atZone(spec.timezone()).toLocalDate()
        + " and "
        + last.end().atZone(spec.timezone()).toLocalDate();
  }

  /** The word of its load mode. */
  static String load(Definition definition) {
    return definition instanceof Definition.Contracted table ? load(table.contract()) : "append";
  }

  private static String load(DataContract contract) {
    return switch (contract.load().mode()) {
      case APPEND -> "append";
      case MERGE -> "merge";
      case REPLACE -> "replace";
      case REPLACE_INTERVAL -> "replaceInterval";
    };
  }

  private static String from(Definition definition) {
    if (definition instanceof Definition.Raw raw) {
      return raw.source().files();
    }
    return definition.needs().stream().map(DatasetName::selector).collect(Collectors.joining(", "));
  }
}
