package org.assize.core.testcase;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.core.csv.CsvRecords;
import org.assize.core.csv.CsvRecords.CsvRecord;
import org.assize.core.csv.CsvRecords.Field;

/** Reads a table of a case: a header of column names, an empty field is NULL, {@code ""} is not. */
final class CaseRowsFile {

  private final Path file;
  private final Place place;
  private final Problems problems;

  CaseRowsFile(Path file, String shown, Problems problems) {
    this.file = file;
    this.place = new Place(shown, 0);
    this.problems = problems;
  }

  /** The rows; empty, with problems, where they cannot be understood. */
  Optional<CaseRows> read(Collection<String> known) {
    try (Reader in = new StringReader(text())) {
      var records = new CsvRecords(in, ',');
      Optional<CsvRecord> header = records.next();
      if (header.isEmpty()) {
        fault(1, "The file is empty.", "Its first line names the columns.");
        return Optional.empty();
      }
      List<String> columns = header.get().texts().stream().map(String::strip).toList();
      boolean isSound = check(columns, header.get().line(), known);
      List<CaseRows.CaseRow> rows = new ArrayList<>();
      for (var next = records.next(); next.isPresent(); next = records.next()) {
        isSound &= add(next.get(), columns.size(), rows);
      }
      return isSound ? Optional.of(new CaseRows(place.file(), columns, rows)) : Optional.empty();
    } catch (CharacterCodingException e) {
      fault(0, "The file is not UTF-8 text.", "Save it as UTF-8.");
    } catch (IOException e) {
      fault(0, "The file cannot be read.", "Check its permissions.");
    }
    return Optional.empty();
  }

  private String text() throws IOException {
    String text = Files.readString(file);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private boolean check(List<String> columns, int line, Collection<String> known) {
    Set<String> seen = new HashSet<>();
    boolean isSound = true;
    for (String column : columns) {
      if (!known.contains(column)) {
        problems.add(
            ErrorCode.UNKNOWN_COLUMN,
            place.atLine(line),
            "`" + column + "` is no column that may stand here.",
            "",
            Nearest.hint(column, known));
        isSound = false;
      } else if (!seen.add(column)) {
        fault(line, "`" + column + "` stands twice in the header.", "Remove one.");
        isSound = false;
      }
    }
    return isSound;
  }

  private boolean add(CsvRecord row, int columns, List<CaseRows.CaseRow> rows) {
    if (row.fields().size() != columns) {
      fault(
          row.line(),
          "The row has " + row.fields().size() + " fields, the header " + columns + ".",
          "Put a text that holds a comma in double quotes.");
      return false;
    }
    rows.add(
        new CaseRows.CaseRow(row.line(), row.fields().stream().map(CaseRowsFile::value).toList()));
    return true;
  }

  private static Optional<String> value(Field field) {
    return field.text().isEmpty() && !field.isQuoted()
        ? Optional.empty()
        : Optional.of(field.text());
  }

  private void fault(int line, String problem, String mend) {
    problems.add(ErrorCode.CASE_INVALID, place.atLine(line), problem, "", mend);
  }
}
