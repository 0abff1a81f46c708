package org.assize.cli.draft;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits delimited text into records as RFC 4180 says; a quote inside a bare field is kept. */
final class CsvRecords {

  private static final int END = -1;

  private final PushbackReader in;
  private final char delimiter;

  CsvRecords(Reader in, char delimiter) {
    this.in = new PushbackReader(in);
    this.delimiter = delimiter;
  }

  /** The next record that is not an empty line. */
  Optional<List<String>> next() throws IOException {
    while (true) {
      int first = in.read();
      if (first == END) {
        return Optional.empty();
      }
      if (first != '\n' && first != '\r') {
        in.unread(first);
        return Optional.of(fields());
      }
    }
  }

  private List<String> fields() throws IOException {
    List<String> fields = new ArrayList<>();
    int ended;
    do {
      var field = new StringBuilder();
      ended = field(field);
      fields.add(field.toString());
    } while (ended == delimiter);
    return fields;
  }

  /** Reads one field and answers the character that ended it. */
  private int field(StringBuilder field) throws IOException {
    int next = in.read();
    if (next == '"') {
      quoted(field);
      next = in.read();
    }
    while (next != END && next != delimiter && next != '\n' && next != '\r') {
      field.append((char) next);
      next = in.read();
    }
    return next;
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
      field.append((char) next);
    }
  }
}
