package org.assize.contract.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.SourceUse;

/** SHA-256 over what decides how a row is read and judged; words for people do not count. */
final class Fingerprint {

  private final StringBuilder text = new StringBuilder();

  private Fingerprint() {}

  static String of(DataContract contract, RowRules rules) {
    var print = new Fingerprint();
    contract.columns().forEach(print::add);
    contract.sources().forEach(print::add);
    for (RowRule rule : rules.rowRules()) {
      print.line(
          "row",
          rule.id(),
          rule.predicate(),
          rule.action(),
          rule.terms(),
          rule.parent().map(p -> p.from() + p.domain() + p.table() + p.to()));
    }
    rules.rowRules().stream()
        .filter(rule -> rule.java().isPresent())
        .forEach(rule -> print.line("java", rule.id(), rule.java().get()));
    for (DatasetRule rule : rules.datasetRules()) {
      print.line(
          "dataset",
          rule.id(),
          rule.spec(),
          rule.predicate().orElse(""),
          rule.query().orElse(""),
          rule.bound(),
          rule.action(),
          rule.terms());
    }
    return print.digest();
  }

  private void add(Column column) {
    line("column", column.name(), column.physicalType(), column.sourceNames());
    column.properties().forEach(this::add);
    column.items().ifPresent(this::add);
  }

  private void add(SourceUse use) {
    line(
        "source",
        use.source().name(),
        use.source().format(),
        use.source().delimiter(),
        use.source().formats(),
        use.source().drift(),
        use.rows().orElse(""),
        new TreeMap<>(use.columns()));
  }

  /** Each part with its length before it, so that no two lists of parts give one text. */
  private void line(Object... parts) {
    for (Object part : parts) {
      String written = part.toString();
      text.append(written.length()).append(':').append(written).append(' ');
    }
    text.append('\n');
  }

  private String digest() {
    return digest(text.toString());
  }

  /** SHA-256 of a text, hexadecimal. */
  static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
