package org.assize.synthetic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** One judicial result with its prompts. */
final class HearingResult {

  private static final DateTimeFormatter PROMPT_DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private static final List<List<String>> OUTCOMES =
      List.of(
          List.of("4027", "Remanded on conditional bail", "INTERMEDIARY"),
          List.of("1116", "Community order England / Wales", "FINAL"),
          List.of("3105", "Curfew with electronic monitoring", "ANCILLARY"),
          List.of("1015", "Fine", "FINAL"));

  private HearingResult() {}

  static void fill(ObjectNode result, LocalDate ordered, String id, Draw draw) {
    int outcome = draw.below(OUTCOMES.size());
    result.put("judicialResultId", id);
    result.put("judicialResultTypeId", "type-" + OUTCOMES.get(outcome).get(0));
    outcome(result, outcome);
    result.put("orderedDate", ordered.toString());
    result.put("isConvictedResult", OUTCOMES.get(outcome).get(2).equals("FINAL"));
    result.put("isAdjournmentResult", false);
    result.put("resultText", OUTCOMES.get(outcome).get(1) + ", as recorded in the demo.");
    ArrayNode prompts = result.putArray("judicialResultPrompts");
    String end = PROMPT_DATE.format(ordered.plusDays(30 + draw.below(300)));
    prompt(prompts.addObject(), 100, "endDate", "DATE", end);
    if (outcome == 1) {
      result.putObject("durationElement").put("durationEndDate", end);
    }
    prompt(prompts.addObject(), 200, "startTime", "TIME", "10:00");
    if (outcome == 2) {
      prompt(prompts.addObject(), 300, "curfewHours", "TXT", "7 pm to 7 am\nevery day");
    }
  }

  /** Makes a result say the next outcome in the list, as after a correction by the court. */
  static void changeOutcome(ObjectNode result) {
    String code = result.get("cjsCode").asText();
    for (int outcome = 0; outcome < OUTCOMES.size(); outcome++) {
      if (OUTCOMES.get(outcome).get(0).equals(code)) {
        outcome(result, (outcome + 1) % OUTCOMES.size());
        return;
      }
    }
  }

  private static void outcome(ObjectNode result, int which) {
    result.put("cjsCode", OUTCOMES.get(which).get(0)).put("label", OUTCOMES.get(which).get(1));
    result.put("category", OUTCOMES.get(which).get(2));
  }

  private static void prompt(
      ObjectNode prompt, int sequence, String reference, String type, String value) {
    prompt.put("promptSequence", sequence).put("promptReference", reference);
    prompt.put("label", reference).put("type", type).put("value", value);
    prompt.put("courtExtract", "Y");
  }
}
