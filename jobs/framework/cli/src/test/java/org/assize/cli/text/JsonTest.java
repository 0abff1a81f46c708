package org.assize.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void a_document_names_its_shape_first_and_keeps_the_order_of_its_members() {
    Json document =
        Json.document("assize.test/1")
            .put("text", "quote \" and é")
            .put("count", 4L)
            .put("money", new BigDecimal("1.50"))
            .put("share", 0.5)
            .put("unknown", Double.NaN)
            .put("yes", true)
            .put("none", Optional.empty())
            .put("list", List.of(Json.object().put("a", 1), "b"))
            .put("map", Map.of("k", "v"));

    assertThat(document)
        .hasToString(
            """
            {
              "schema" : "assize.test/1",
              "text" : "quote \\" and é",
              "count" : 4,
              "money" : 1.50,
              "share" : 0.5,
              "unknown" : "NaN",
              "yes" : true,
              "none" : null,
              "list" : [
                {
                  "a" : 1
                },
                "b"
              ],
              "map" : {
                "k" : "v"
              }
            }""");
  }
}
