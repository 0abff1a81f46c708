package org.assize.cli.draft;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assize.cli.text.Numbers;
import org.assize.contract.LogicalType;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.standard.ColumnStandards;

/** Drafts the contract of a table from one delivered file. */
public final class Drafter {

  private static final Set<String> CHANGED =
      Set.of("updated", "uploaded", "modified", "changed", "last_updated", "last_modified");

  private final String domain;
  private final String table;
  private final ColumnStandards standards;

  /** A drafter for one table of a workspace with those column standards. */
  public Drafter(String domain, String table, ColumnStandards standards) {
    this.domain = domain;
    this.table = table;
    this.standards = standards;
  }

  /**
   * Reads the first records of a CSV, JSON or JSONL file and drafts the contract that fits them.
   *
   * @param file a delivered file, UTF-8
   * @param path its path below landing, where deliveries will be looked for
   * @throws PlatformException USAGE if it holds no records with named fields
   */
  public Draft fromFile(Path file, String path) throws IOException {
    Sample sample = sample(file);
    var drafting = new Columns(standards);
    List<DraftColumn> columns = drafting.of(sample.root());
    if (columns.isEmpty()) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "`" + file + "` holds no records with named fields.",
          "A table needs columns, and columns need names.",
          "Give a CSV file with a header line, or JSON objects.");
    }
    Optional<String> key = KeyGuess.of(columns, sample.root(), sample.records());
    List<DraftColumn> keyed =
        columns.stream()
            .map(column -> key.filter(column.name()::equals).isPresent() ? column.asKey() : column)
            .toList();
    FilePath files = files(path, keyed, key.isPresent());
    var text = new SourceText(table, sample, files, drafting.formats());
    List<String> custom = text.lines(load(keyed, key.isPresent(), files));
    return new Draft(
        ContractText.of(domain, table, keyed, custom),
        keyed.size(),
        key,
        Stream.concat(drafting.formats().dates().stream(), drafting.formats().timestamps().stream())
            .toList(),
        blanks(keyed) + 1,
        Optional.of(files.pattern()),
        remarks(sample, drafting, key, FilePath.of(path).equals(files) ? "" : files.pattern()));
  }

  static Sample sample(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return JsonSample.lines(file);
    }
    return name.endsWith(".json") ? JsonSample.read(file) : CsvSample.read(file);
  }

  private static int blanks(List<DraftColumn> columns) {
    return columns.stream()
        .mapToInt(column -> (column.standard().isPresent() ? 0 : 1) + blanks(column.properties()))
        .sum();
  }

  /** Versions of a key need an order: by a column, or else by the day of their delivery. */
  private static FilePath files(String path, List<DraftColumn> columns, boolean hasKey) {
    FilePath files = FilePath.of(path);
    boolean ordered = files.placeholder().isPresent() || changed(columns).isPresent();
    return hasKey && !ordered ? files.byDay() : files;
  }

  private static String load(List<DraftColumn> columns, boolean hasKey, FilePath files) {
    if (!hasKey) {
      return "{mode: append}";
    }
    String latestBy =
        changed(columns).or(() -> files.placeholder().map(name -> "_" + name)).orElseThrow();
    return "{mode: merge, latestBy: [" + latestBy + "]}";
  }

  private static Optional<String> changed(List<DraftColumn> columns) {
    return columns.stream()
        .filter(column -> column.type() == LogicalType.TIMESTAMP)
        .map(DraftColumn::name)
        .filter(name -> CHANGED.stream().anyMatch(name::contains))
        .findFirst();
  }

  private static List<String> remarks(
      Sample sample, Columns drafting, Optional<String> key, String byDay) {
    List<String> remarks = new ArrayList<>(sample.remarks());
    remarks.addAll(drafting.remarks());
    if (sample.isCut()) {
      remarks.add("Only the first " + Numbers.count(sample.records(), "record") + " were read.");
    }
    if (key.isEmpty()) {
      remarks.add(
          "No column is filled and different in every record: drafted without a key, to append.");
    }
    if (!byDay.isEmpty()) {
      remarks.add(
          "The file's name holds no date: deliveries are expected in a folder for each day.");
    }
    return remarks;
  }
}
