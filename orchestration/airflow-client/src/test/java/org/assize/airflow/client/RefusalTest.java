package org.assize.airflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusalTest {

  @Test
  void a_detail_that_is_a_text_is_the_reason() {
    Refusal refusal = Refusal.of(404, "{\"detail\":\"The Dag with ID: `nope` was not found\"}");

    assertThat(refusal.reason()).isEqualTo("The Dag with ID: `nope` was not found");
    assertThat(refusal.isFromAirflow()).isTrue();
  }

  @Test
  void a_detail_that_is_an_object_gives_its_reason_and_message_and_no_statement() {
    Refusal refusal =
        Refusal.of(
            409,
            """
            {"detail":{"reason":"Unique constraint violation","statement":"INSERT secret",
             "orig_error":"hidden","message":"already there"}}
            """);

    assertThat(refusal.reason()).isEqualTo("Unique constraint violation: already there");
  }

  @Test
  void a_detail_that_is_a_list_gives_places_and_messages_and_never_what_was_sent() {
    Refusal refusal =
        Refusal.of(
            422,
            """
            {"detail":[
             {"type":"missing","loc":["body","logical_date"],"msg":"Field required","input":{"password":"x7"}},
             {"type":"extra_forbidden","loc":["body","nonsense"],"msg":"Extra inputs are not permitted","input":"x7"},
             "and more"]}
            """);

    assertThat(refusal.reason())
        .isEqualTo(
            "body.logical_date: Field required;"
                + " body.nonsense: Extra inputs are not permitted; and more");
    assertThat(refusal.isAboutAnUnknownKey()).isTrue();
  }

  @Test
  void a_path_that_the_server_does_not_have_is_told_from_a_thing_that_it_does_not_have() {
    Refusal refusal = Refusal.of(404, "{\"error\":\"API route not found\"}");

    assertThat(refusal.isFromAirflow()).isFalse();
    assertThat(refusal.reason()).isEmpty();
  }

  @Test
  void what_is_no_json_or_nothing_at_all_gives_no_reason() {
    assertThat(Refusal.of(500, "Internal Server Error").reason()).isEmpty();
    assertThat(Refusal.of(502, "<html>Bad gateway</html>").reason()).isEmpty();
    assertThat(Refusal.of(503, null).reason()).isEmpty();
    assertThat(Refusal.of(503, "[1, 2]").reason()).isEmpty();
    assertThat(Refusal.of(503, "{\"detail\": 12}").reason()).isEmpty();
  }

  @Test
  void a_reason_is_one_line_of_bounded_length() {
    String reason =
        Refusal.of(400, "{\"detail\":\"a\\n b\\u0007" + "x".repeat(900) + "\"}").reason();

    assertThat(reason).startsWith("a b x").hasSizeLessThan(410).endsWith(" …");
  }
}
