package org.assize.spark.delta;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.core.RuleResult;
import org.jspecify.annotations.Nullable;

/**
 * What the engine writes into the user metadata of each of its commits, so that the table's own log
 * says which batch it holds. No value of a row.
 *
 * @param ordinal number of the batch in its table; its quarantine carries the same
 * @param touched spans of time whose rows changed, as pairs of epoch milliseconds, half-open; null
 *     when the table is not cut by time
 * @param upstream version ranges consumed
 * @param counts rows by fate
 * @param results how the rules fared, row rules that nothing broke left out; null in quarantine
 * @param restored the version whose rows a rollback gave the table again; null for any other commit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommitNote(
    String batch,
    String run,
    long ordinal,
    String contract,
    String rules,
    @Nullable List<long[]> touched,
    List<UpstreamRange> upstream,
    Map<String, Long> counts,
    @Nullable List<RuleResult> results,
    @Nullable Long restored) {

  /** The note of a batch. */
  public CommitNote(
      String batch,
      String run,
      long ordinal,
      String contract,
      String rules,
      @Nullable List<long[]> touched,
      List<UpstreamRange> upstream,
      Map<String, Long> counts,
      @Nullable List<RuleResult> results) {
    this(batch, run, ordinal, contract, rules, touched, upstream, counts, results, null);
  }

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * Versions of an upstream table.
   *
   * @param from exclusive; -1 for everything up to {@code to}
   * @param to inclusive
   * @param warehouse where the table was read; null for the warehouse of the table that read it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UpstreamRange(
      String table, String tableId, long from, long to, @Nullable String warehouse) {}

  /** The text that goes into the commit. */
  public String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a note is plain data", e);
    }
  }

  /** The note in a commit's user metadata; empty where another writer made the commit. */
  static Optional<CommitNote> parse(@Nullable String userMetadata) {
    if (userMetadata == null || !userMetadata.startsWith("{\"batch\":")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(userMetadata, CommitNote.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
