package org.assize.spark.landing;

import java.io.Serializable;
import org.assize.contract.Format;
import org.assize.contract.Source;

/**
 * Where records end. A record ends at {@code \n} or {@code \r}; the pair {@code \r\n} is the end of
 * a record and a blank one, and blank records are none.
 */
sealed interface RecordEnds extends Serializable {

  static RecordEnds of(Format format, char delimiter) {
    return switch (format) {
      case CSV -> new Csv((byte) delimiter);
      case JSONL -> new Lines();
      case JSON -> new WholeFile();
    };
  }

  static RecordEnds of(Source source) {
    char delimiter = source.delimiter();
    boolean taken = delimiter == '"' || delimiter == '\n' || delimiter == '\r';
    if (source.format() == Format.CSV && (delimiter > 127 || taken)) {
      throw LandingProblems.delimiter(source);
    }
    return of(source.format(), delimiter);
  }

  /** The index of the byte that ends the record beginning at {@code from}, -1 if not in sight. */
  int find(byte[] bytes, int from, int to);

  /** Whether these bytes are no record. */
  default boolean isBlank(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || isLineEnd(bytes[at]))) {
      at++;
    }
    return at == to;
  }

  private static boolean isLineEnd(byte value) {
    return value == '\n' || value == '\r';
  }

  /** A quote is special only at the start of a field; within quotes a line end is content. */
  record Csv(byte delimiter) implements RecordEnds {

    @Override
    public int find(byte[] bytes, int from, int to) {
      int at = from;
      while (at < to) {
        byte value = bytes[at];
        if (value <= '"') {
          if (isLineEnd(value)) {
            return at;
          }
          if (value == '"' && (at == from || bytes[at - 1] == delimiter)) {
            at = afterQuoted(bytes, at + 1, to);
            continue;
          }
        }
        at++;
      }
      return -1;
    }

    private static int afterQuoted(byte[] bytes, int from, int to) {
      int at = from;
      while (at < to) {
        if (bytes[at++] == '"') {
          if (at == to || bytes[at] != '"') {
            return at;
          }
          at++;
        }
      }
      return to;
    }

    @Override
    public boolean isBlank(byte[] bytes, int from, int to) {
      return from == to;
    }
  }

  /** One record a line. */
  record Lines() implements RecordEnds {

    @Override
    public int find(byte[] bytes, int from, int to) {
      for (int at = from; at < to; at++) {
        if (bytes[at] <= '\r' && isLineEnd(bytes[at])) {
          return at;
        }
      }
      return -1;
    }
  }

  /** The whole file is one record. */
  record WholeFile() implements RecordEnds {

    @Override
    public int find(byte[] bytes, int from, int to) {
      return -1;
    }
  }
}
