package org.assize.airflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison finds each kind of change that a server can make. */
class ConformanceFaultsTest {

  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void a_document_agrees_with_itself() {
    assertThat(Conformance.findings(OurDocument.read(), OurDocument.read())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          /paths/~1api~1v2~1version | get | null | get /api/v2/version: no such operation there
          /components/parameters/offset | in | 'header' | parameter query offset: not known there
          /components/parameters/limit | schema | {'type': 'string'} | parameter query limit: integer where string is expected
          /paths/~1api~1v2~1version/get | parameters | [{'name': 'full', 'in': 'query', 'required': true}] | query full: required there and not sent
          /components/schemas/PoolPatch | required | ['pool', 'slots', 'team'] | body.team: required there and not always sent
          /components/schemas/PoolPatch/properties | description | null | body.description: not known there
          /components/schemas/PoolPatch/properties | slots | {'type': 'string'} | body.slots: integer where string is expected
          /components/schemas/DagPatch/properties | is_paused | {'type': 'string'} | body.is_paused: boolean where string is expected
          /components/schemas/TriggerBody/properties/logical_date | nullable | false | body.logical_date: null is not taken there
          /components/schemas/ReprocessWord | enum | ['failed', 'completed'] | reprocess_behavior: .* there
          /components/schemas/TaskAnswer/properties | try_number | null | task_instances.*try_number: never answered there
          /components/schemas/TaskAnswer/properties | try_number | {'type': 'number'} | task_instances.*try_number: number where integer is expected
          /components/schemas/TaskAnswer | required | ['task_id', 'map_index', 'max_tries'] | task_instances.*try_number: may be left out there
          /components/schemas/TaskStateWord | enum | ['success', 'lost'] | task_instances.*state: other words there
          /components/schemas/PoolAnswer/properties/name | nullable | true | 20[01].*name: may be null there
          /components/schemas/ImportErrorAnswer/properties/timestamp | format | 'date' | import_errors.*timestamp: string where string is expected
          /components/schemas/LoginAnswer/properties/access_token | type | null | access_token: .+
          /components/schemas/LoginAnswer/properties | access_token | {'anyOf': [{'type': 'string'}, {'type': 'integer'}]} | access_token: integer where string is expected
          /paths/~1auth~1token/post/responses | 201 | null | post /auth/token 201: never answered there
          """)
  void a_change_there_is_found(String place, String key, String value, String finding)
      throws JsonProcessingException {
    ObjectNode theirs = OurDocument.read().root().deepCopy();
    JsonNode changed = JSON.readTree(value.replace('\'', '"'));
    ObjectNode parent = (ObjectNode) theirs.at(place);
    if (changed.isNull()) {
      parent.remove(key);
    } else {
      parent.set(key, changed);
    }

    assertThat(Conformance.findings(OurDocument.read(), new ApiDocument(theirs)))
        .isNotEmpty()
        .allSatisfy(found -> assertThat(found).containsPattern(finding));
  }
}
