package org.assize.contract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromisedTermsTest {

  private static final String TAG =
      "- {name: tag_id, logicalType: integer, unique: true, logicalTypeOptions: {minimum: 0}}\n";

  @TempDir private Path root;

  @Test
  void a_promise_does_what_its_terms_say() {
    Compiled tag =
        Compiled.promising(
            root, TAG, "tag_id_range: {action: hold}, tag_id_unique: {action: warn}");

    assertThat(tag.own()).containsExactly("tag_id_range HOLD: coalesce(`tag_id` >= 0L, true)");
    assertThat(tag.checks()).containsExactly("tag_id_unique WARN DUPLICATES[tag_id] EQUAL 0.0");
    assertThat(tag.faults()).isEmpty();
  }

  @Test
  void terms_of_no_rule_and_terms_that_mean_nothing_are_named() {
    Compiled tag =
        Compiled.promising(
            root,
            TAG,
            "tag_id_rang: {action: hold}, parsed: {action: warn},"
                + " tag_id_unique: {action: quarantine, failAt: 2}");

    assertThat(tag.faults())
        .anyMatch(fault -> fault.contains("No column implies a rule `tag_id_rang`."))
        .anyMatch(fault -> fault.contains("Did you mean `tag_id_range`?"))
        .anyMatch(fault -> fault.contains("`parsed` has no terms"))
        .anyMatch(fault -> fault.contains("no row to quarantine"))
        .anyMatch(fault -> fault.contains("counts keys, not rows"))
        .allMatch(fault -> fault.startsWith("schemas/tags/tag.odcs.yaml:"));
  }
}
