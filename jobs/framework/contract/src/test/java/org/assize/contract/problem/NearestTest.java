package org.assize.contract.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  private static final List<String> VERBS = List.of("run", "check", "plan", "status", "query");

  @Test
  void a_slip_of_the_finger_is_forgiven() {
    assertThat(Nearest.to("chekc", VERBS)).containsExactly("check");
    assertThat(Nearest.to("STATUS", VERBS)).containsExactly("status");
    assertThat(Nearest.to("stauts", VERBS)).containsExactly("status");
    assertThat(Nearest.to("pla", VERBS)).containsExactly("plan");
    assertThat(Nearest.to("runs", VERBS)).containsExactly("run");
  }

  @Test
  void another_word_is_not_near() {
    assertThat(Nearest.to("deploy", VERBS)).isEmpty();
    assertThat(Nearest.to("", VERBS)).isEmpty();
  }

  @Test
  void the_best_come_first_and_no_more_than_three() {
    assertThat(Nearest.to("cat", List.of("cut", "cart", "bat", "at", "cat")))
        .containsExactly("cat", "at", "bat");
  }

  @Test
  void a_hint_offers_the_near_or_lists_a_few() {
    assertThat(Nearest.hint("plam", VERBS)).isEqualTo("Did you mean `plan`?");
    assertThat(Nearest.hint("deploy", VERBS))
        .isEqualTo("Known: `check`, `plan`, `query`, `run`, `status`.");
    assertThat(Nearest.hint("deploy", List.of())).isEmpty();
  }
}
