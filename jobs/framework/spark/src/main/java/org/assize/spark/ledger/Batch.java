package org.assize.spark.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * The unit of exactly-once: one table, its exact inputs, a generation.
 *
 * @param id computed from table, inputs and generation; 32 hexadecimal digits
 * @param generation rises only when a restatement is asked for
 * @param tableVersion version of the table when the batch was resolved, -1 before it existed
 * @param contract version of the contract
 * @param rules fingerprint of the rule set
 * @param code fingerprint of the query or class; empty for raw and source-fed tables
 * @param at time of the intent; what {@code now} means in its rules and {@code _ingested_at} in raw
 */
public record Batch(
    String id,
    String table,
    BatchInputs inputs,
    int generation,
    long tableVersion,
    String contract,
    String rules,
    String code,
    Instant at) {

  /** A batch with its id computed. */
  public static Batch of(
      String table,
      BatchInputs inputs,
      int generation,
      long tableVersion,
      String contract,
      String rules,
      String code,
      Instant at) {
    String id = idOf(table, inputs, generation);
    return new Batch(id, table, inputs, generation, tableVersion, contract, rules, code, at);
  }

  /** The same batch resolved against a newer version of its table. */
  public Batch at(long newerTableVersion) {
    return new Batch(id, table, inputs, generation, newerTableVersion, contract, rules, code, at);
  }

  private static String idOf(String table, BatchInputs inputs, int generation) {
    String files =
        inputs.files().stream().map(FileInput::identity).sorted().collect(Collectors.joining("\n"));
    String upstream =
        inputs.upstream().stream()
            .map(range -> range.tableId() + " " + range.from() + " " + range.to())
            .sorted()
            .collect(Collectors.joining("\n"));
    String spans = inputs.spans().stream().map(Arrays::toString).collect(Collectors.joining("\n"));
    String replayed = inputs.replayed() == null ? "" : "\u0000" + inputs.replayed();
    String text =
        String.join("\u0000", table, files, upstream, spans, inputs.whole() + "", generation + "")
            + replayed;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
