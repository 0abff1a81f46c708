package org.assize.airflow.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import org.assize.airflow.client.generated.ApiClient;
import org.assize.airflow.client.generated.ApiException;
import org.assize.airflow.client.generated.model.DagPage;
import org.assize.airflow.client.generated.model.RunAnswer;
import org.assize.airflow.client.generated.model.RunStateWord;
import org.assize.airflow.client.generated.model.RunTypeWord;
import org.assize.airflow.client.generated.model.TaskAnswer;
import org.assize.airflow.client.generated.model.TriggerBody;
import org.junit.jupiter.api.Test;

/** What the generated client makes of JSON, with the Jackson of this platform. */
class GeneratedReadingTest {

  private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

  @Test
  void unknown_fields_are_ignored_and_unknown_words_become_unknown()
      throws JsonProcessingException {
    RunAnswer run =
        JSON.readValue(
            """
            {"dag_id": "day", "dag_run_id": "r", "state": "hibernating", "run_type": "manual",
             "of_tomorrow": {"a": [1]}, "logical_date": null,
             "start_date": "2026-03-29T01:30:00.123456Z", "end_date": "2026-03-29T03:30:00+01:00"}
            """,
            RunAnswer.class);

    assertThat(run.getState()).isEqualTo(RunStateWord.UNKNOWN_DEFAULT_OPEN_API);
    assertThat(Answers.word(RunState.class, run.getState(), RunState.UNKNOWN))
        .isEqualTo(RunState.UNKNOWN);
    assertThat(run.getRunType()).isEqualTo(RunTypeWord.MANUAL);
    assertThat(run.getLogicalDate()).isNull();
    assertThat(run.getStartDate()).isEqualTo("2026-03-29T01:30:00.123456Z");
    assertThat(run.getEndDate()).isEqualTo("2026-03-29T02:30:00Z");
  }

  @Test
  void a_task_without_a_state_is_told_from_one_with_an_unknown_state()
      throws JsonProcessingException {
    assertThat(JSON.readValue("{\"state\": null}", TaskAnswer.class).getState()).isNull();
    assertThat(JSON.readValue("{\"state\": \"asleep\"}", TaskAnswer.class).getState()).isNotNull();
  }

  @Test
  void a_list_that_is_not_there_is_told_from_an_empty_one() throws JsonProcessingException {
    assertThat(JSON.readValue("{\"dags\": []}", DagPage.class).getDags()).isEmpty();
    assertThat(JSON.readValue("{}", DagPage.class).getDags()).isNull();
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> Answers.each(null, "dags", dag -> dag))
        .withMessageContaining("dags is missing");
  }

  @Test
  void a_trigger_always_says_which_date_also_when_it_is_none() throws JsonProcessingException {
    assertThat(JSON.writeValueAsString(new TriggerBody())).isEqualTo("{\"logical_date\":null}");
    assertThat(
            JSON.writeValueAsString(
                new TriggerBody().logicalDate(OffsetDateTime.parse("2026-03-29T00:00:00Z"))))
        .isEqualTo("{\"logical_date\":\"2026-03-29T00:00:00Z\"}");
  }

  @Test
  void every_word_of_ours_has_one_of_the_servers_and_the_other_way_round() {
    assertThat(RunState.values()).hasSameSizeAs(RunStateWord.values());
    assertThat(RunType.values()).hasSameSizeAs(RunTypeWord.values());
    for (RunTypeWord word : RunTypeWord.values()) {
      boolean isOther = word == RunTypeWord.UNKNOWN_DEFAULT_OPEN_API;
      assertThat(Answers.word(RunType.class, word, RunType.UNKNOWN) == RunType.UNKNOWN)
          .as(word.name())
          .isEqualTo(isOther);
    }
  }
}
