package org.assize.contract.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmbiguityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '\t',
      value = {
        "(a+)+b\t(a+)",
        "(a|a)*b\t(a|a)",
        "(a|aa)+b\t(a|aa)",
        "(\\w+\\s?)*!\t(\\w+\\s?)",
        "x(?:[A-Z0-9]{1,3})*y\t(?:[A-Z0-9]{1,3})",
        "((ab)*)*c\t((ab)*)",
        "(a(b|b)c)*d\t(a(b|b)c)",
        "^(([a-z])+.)+[A-Z]([a-z])+$\t(([a-z])+.)",
        "([a-z]+){12,}9\t([a-z]+)",
        "(.*,)*x\t(.*,)",
      })
  void a_repetition_that_can_share_a_text_out_in_many_ways_is_found(String regex, String part) {
    assertThat(Ambiguity.in(regex)).contains(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[A-Z]{2}[0-9]{6}[A-Z]",
        "[^@\\s]+@[^@\\s]+\\.[^@\\s]+",
        "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
        "[a-z][a-z0-9]*(_[a-z0-9]+)*",
        "(\\w+\\.)+[a-z]{2,}",
        "(a++)+b",
        "(?>a+)+b",
        "(ab|ac)*d",
        "(?:[A-Z][a-z]*+ )*x",
        "a*a*b",
        "\\Q(a+)+\\E",
        "(?i)[a-z&&[^q]]+(,[a-z]+)*",
        "(",
      })
  void what_can_match_in_one_way_only_is_left_alone(String regex) {
    assertThat(Ambiguity.in(regex)).isEmpty();
  }

  @Test
  void what_is_found_does_take_for_ever() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor(AmbiguityTest::daemon);
    var matching = thread.submit(() -> Pattern.matches("([a-z]+){12,}9", "a".repeat(60) + "?"));
    boolean isOver = true;
    try {
      matching.get(Duration.ofSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      isOver = false;
    }
    assertThat(isOver).isFalse();
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }
}
