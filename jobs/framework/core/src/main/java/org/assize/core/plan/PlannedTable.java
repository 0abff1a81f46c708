package org.assize.core.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.assize.contract.Column;
import org.assize.contract.TransformSpec;
import org.assize.core.DataInterval;
import org.assize.core.Definition;
import org.assize.core.Foreseen;
import org.assize.core.Foreseen.Work;

/**
 * What was foreseen for one table.
 *
 * @param table as {@code domain/table}
 * @param definition fingerprint of its contract and its query
 * @param files delivered files that it would take
 * @param intervals that it would compute, joined where they touch
 */
public record PlannedTable(
    String table, String definition, Work work, long files, List<DataInterval> intervals) {

  public PlannedTable {
    intervals = List.copyOf(intervals);
  }

  /** What was foreseen. */
  public static PlannedTable of(Definition definition, Foreseen foreseen) {
    return new PlannedTable(
        definition.table().selector(),
        print(definition),
        foreseen.work(),
        foreseen.files(),
        foreseen.intervals());
  }

  /** A table that follows does whatever those before it bring. */
  boolean covers(Foreseen now) {
    boolean doesNothing = now.work() == Work.NONE || now.work() == Work.WAIT;
    if (doesNothing || work == Work.FOLLOW) {
      return true;
    }
    return work == now.work()
        && now.files() <= files
        && now.intervals().stream().allMatch(this::covers);
  }

  private boolean covers(DataInterval span) {
    return intervals.isEmpty()
        || intervals.stream()
            .anyMatch(own -> !own.start().isAfter(span.start()) && !own.end().isBefore(span.end()));
  }

  /** Another one whenever what the table would hold could differ. */
  static String print(Definition definition) {
    String text = text(definition);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String text(Definition definition) {
    if (definition instanceof Definition.Derived derived) {
      String java = derived.contract().transform().flatMap(TransformSpec::java).orElse("");
      return contracted(derived) + derived.sql().orElse("") + java;
    }
    return definition instanceof Definition.Raw raw
        ? raw.source().files() + raw.source().format()
        : contracted((Definition.Contracted) definition);
  }

  private static String contracted(Definition.Contracted table) {
    StringBuilder text = new StringBuilder(table.contract().version());
    text.append(table.rules().fingerprint()).append(table.contract().load());
    for (Column column : table.contract().columns()) {
      text.append(column.name()).append(column.physicalType()).append(column.sourceNames());
    }
    return text.toString();
  }
}
