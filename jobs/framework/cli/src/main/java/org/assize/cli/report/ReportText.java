package org.assize.cli.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assize.cli.text.Numbers;
import org.assize.cli.text.Style;
import org.assize.cli.text.TextTable;
import org.assize.cli.text.TextTable.Side;
import org.assize.core.RunReport;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;

/** A report as people read it: a table of tables, then what asks for their attention. */
public final class ReportText {

  private static final List<String> PARTS =
      List.of("committed", "quarantined", "repeats", "older", "filtered");

  private final RunReport report;
  private final Style style;

  /** The text of a report in a style. */
  public ReportText(RunReport report, Style style) {
    this.report = report;
    this.style = style;
  }

  /** The lines of the report. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (report.nothingToDo()) {
      lines.add("Nothing to do: " + upToDate(report.tables().size()));
      return lines;
    }
    List<TableOutcome> moved =
        report.tables().stream().filter(table -> table.status() != Status.UP_TO_DATE).toList();
    lines.addAll(table(moved));
    int others = report.tables().size() - moved.size();
    if (others > 0) {
      lines.add(style.faint("and " + upToDate(others)));
    }
    lines.addAll(new Attention(moved, style).lines());
    report.bundle().ifPresent(bundle -> lines.add(style.faint("of bundle " + bundle)));
    lines.add(end(moved));
    return lines;
  }

  private static String upToDate(int tables) {
    return Numbers.count(tables, "table") + (tables == 1 ? " is" : " are") + " up to date";
  }

  /** Parts that are nought in every table have no column; the first always has one. */
  private List<String> table(List<TableOutcome> outcomes) {
    List<RowSums> sums = outcomes.stream().map(RowSums::of).toList();
    List<Integer> shown =
        IntStream.range(0, PARTS.size())
            .filter(part -> part == 0 || sums.stream().anyMatch(s -> s.parts().get(part) > 0))
            .boxed()
            .toList();
    List<Side> sides = new ArrayList<>(List.of(Side.LEFT, Side.LEFT, Side.RIGHT));
    List<String> header = new ArrayList<>(List.of("table", "outcome", "read"));
    for (int part : shown) {
      sides.add(Side.RIGHT);
      header.add(sign(part) + PARTS.get(part));
    }
    sides.addAll(List.of(Side.RIGHT, Side.RIGHT));
    header.addAll(List.of("version", "time"));
    var table = new TextTable(sides.toArray(Side[]::new));
    table.row(header.stream().map(style::faint).toList());
    for (int i = 0; i < outcomes.size(); i++) {
      table.row(row(outcomes.get(i), sums.get(i), shown));
    }
    return table.lines();
  }

  private static String sign(int part) {
    return part == 0 ? "= " : "+ ";
  }

  private List<String> row(TableOutcome outcome, RowSums sums, List<Integer> shown) {
    boolean counted = !outcome.counts().isEmpty();
    List<String> cells = new ArrayList<>();
    cells.add(outcome.table().selector());
    cells.add(StatusWord.of(outcome.status(), style));
    cells.add(counted ? Numbers.count(sums.read()) : "");
    for (int part : shown) {
      long rows = sums.parts().get(part);
      cells.add(counted && (part == 0 || rows > 0) ? sign(part) + Numbers.count(rows) : "");
    }
    cells.add(outcome.version().map(String::valueOf).orElse(""));
    cells.add(outcome.took().isZero() ? "" : Numbers.duration(outcome.took()));
    return cells;
  }

  private String end(List<TableOutcome> moved) {
    Duration took = Duration.between(report.startedAt(), report.endedAt());
    List<String> sums = new ArrayList<>();
    for (Status status : Status.values()) {
      long count = moved.stream().filter(table -> table.status() == status).count();
      if (count > 0) {
        sums.add(Numbers.count(count) + " " + StatusWord.of(status));
      }
    }
    return "Run "
        + style.bold(report.runId())
        + " took "
        + Numbers.duration(took)
        + ": "
        + String.join(", ", sums)
        + ".";
  }
}
