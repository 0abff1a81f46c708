package org.assize.spark.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assize.spark.typing.JsonPath.Each;
import org.assize.spark.typing.JsonPath.Index;
import org.assize.spark.typing.JsonPath.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {

  @Test
  void steps_are_keys_indexes_and_all_elements() {
    assertThat(JsonPath.parse("$.a b[*].c-d[3]['e.f[0]'].g"))
        .contains(
            new JsonPath(
                true,
                List.of(
                    new Key("a b"),
                    new Each(),
                    new Key("c-d"),
                    new Index(3),
                    new Key("e.f[0]"),
                    new Key("g"))));
    assertThat(JsonPath.parse("$[*]")).contains(new JsonPath(true, List.of(new Each())));
    assertThat(JsonPath.parse("['x']")).contains(new JsonPath(false, List.of(new Key("x"))));
    assertThat(JsonPath.parse("Ref No")).contains(new JsonPath(false, List.of(new Key("Ref No"))));
    assertThat(JsonPath.parse("@.a")).isEqualTo(JsonPath.parse("a"));
    assertThat(JsonPath.parse("$")).contains(new JsonPath(true, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.", ".a", "a..b", "a[", "a[x]", "a[-1]", "$a", "a[*", "['a]"})
  void other_texts_are_no_path(String text) {
    assertThat(JsonPath.parse(text)).isEmpty();
  }
}
