package org.assize.core.csv;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits delimited text into records as RFC 4180 says; a quote inside a bare field is kept. */
public final class CsvRecords {

  private static final int END = -1;

  private final PushbackReader in;
  private final char delimiter;
  private int line = 1;

  /** The records of a text, of which nothing was read yet. */
  public CsvRecords(Reader in, char delimiter) {
    this.in = new PushbackReader(in);
    this.delimiter = delimiter;
  }

  /** A field as it was written; in quotes or not makes no other text. */
  public record Field(String text, boolean isQuoted) {}

  /**
   * One record.
   *
   * @param line the line on which it begins, from 1 on
   */
  public record CsvRecord(int line, List<Field> fields) {

    public CsvRecord {
      fields = List.copyOf(fields);
    }

    /** The fields' texts. */
    public List<String> texts() {
      return fields.stream().map(Field::text).toList();
    }
  }

  /** The next record that is not an empty line. */
  public Optional<CsvRecord> next() throws IOException {
    while (true) {
      int first = in.read();
      if (first == END) {
        return Optional.empty();
      }
      if (first != '\n' && first != '\r') {
        in.unread(first);
        int began = line;
        return Optional.of(new CsvRecord(began, fields()));
      }
      count(first);
    }
  }

  private List<Field> fields() throws IOException {
    List<Field> fields = new ArrayList<>();
    int ended;
    do {
      var text = new StringBuilder();
      int next = in.read();
      boolean isQuoted = next == '"';
      if (isQuoted) {
        quoted(text);
        next = in.read();
      }
      while (next != END && next != delimiter && next != '\n' && next != '\r') {
        text.append((char) next);
        next = in.read();
      }
      ended = next;
      count(ended);
      fields.add(new Field(text.toString(), isQuoted));
    } while (ended == delimiter);
    return fields;
  }

  private void quoted(StringBuilder field) throws IOException {
    for (int next = in.read(); next != END; next = in.read()) {
      if (next == '"') {
        int after = in.read();
        if (after != '"') {
          if (after != END) {
            in.unread(after);
          }
          return;
        }
      }
      count(next);
      field.append((char) next);
    }
  }

  /** Lines of Windows end in two characters, of which the second is counted. */
  private void count(int character) {
    line += character == '\n' ? 1 : 0;
  }
}
