package org.assize.cli.draft;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.cli.draft.Observed.Kind;
import org.assize.cli.text.Numbers;
import org.assize.contract.Format;
import org.assize.core.csv.CsvRecords;
import org.assize.core.csv.CsvRecords.CsvRecord;

/** Reads delimited text with a header line. */
final class CsvSample {

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final char REPLACED = '\uFFFD';
  private static final int MARK = 1 << 20;

  private CsvSample() {}

  static Sample read(Path file) throws IOException {
    try (BufferedReader in = open(file)) {
      char delimiter = delimiter(in);
      var records = new CsvRecords(in, delimiter);
      List<String> header = records.next().map(CsvRecord::texts).orElse(List.of());
      var root = new Observed();
      header.forEach(root::member);
      List<String> remarks = new ArrayList<>();
      headerRemark(header).ifPresent(remarks::add);
      long count = 0;
      long ragged = 0;
      long undecodable = 0;
      Optional<CsvRecord> next = records.next();
      while (next.isPresent() && count < Sample.MOST_RECORDS) {
        List<String> fields = next.get().texts();
        count++;
        ragged += fields.size() == header.size() ? 0 : 1;
        undecodable += fields.stream().anyMatch(f -> f.indexOf(REPLACED) >= 0) ? 1 : 0;
        add(header, fields, root);
        next = records.next();
      }
      remark(ragged, "has not as many fields as the header", remarks);
      remark(undecodable, "is not UTF-8", remarks);
      return new Sample(Format.CSV, delimiter, Optional.empty(), count, root, remarks);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    Reader decoded = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
    var in = new BufferedReader(decoded, MARK);
    in.mark(1);
    if (in.read() != '\uFEFF') {
      in.reset();
    }
    return in;
  }

  /** The character of the usual ones that is most frequent in the header line. */
  private static char delimiter(BufferedReader in) throws IOException {
    in.mark(MARK);
    String header = Optional.ofNullable(in.readLine()).orElse("");
    in.reset();
    char best = ',';
    for (char candidate : DELIMITERS) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char character) {
    return text.chars().filter(each -> each == character).count();
  }

  private static Optional<String> headerRemark(List<String> header) {
    boolean likeData =
        header.stream().anyMatch(name -> name.isBlank() || name.matches("[-0-9./: ]+"));
    return likeData
        ? Optional.of("The first line looks like data, not like names of columns.")
        : Optional.empty();
  }

  private static void add(List<String> header, List<String> fields, Observed root) {
    for (int i = 0; i < Math.min(header.size(), fields.size()); i++) {
      if (!fields.get(i).isEmpty()) {
        root.member(header.get(i)).addText(Kind.FIELD, fields.get(i));
      }
    }
  }

  private static void remark(long count, String what, List<String> remarks) {
    if (count > 0) {
      remarks.add(Numbers.count(count, "record") + ": each " + what + " and would be refused.");
    }
  }
}
