package org.assize.synthetic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the rows of the four tables of cases by walking finished documents. */
final class HearingTally {

  private static final DateTimeFormatter PROMPT_DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final Tally hearings;
  private final Tally defendants;
  private final Tally offences;
  private final Tally results;
  private final Tally outcomes;

  /** Court and month by hearing; outcome by result; both as the latest version says. */
  private final Map<String, String> courts = new HashMap<>();

  private final Map<String, Map<String, String>> outcomesByOffence = new HashMap<>();

  HearingTally(Reckoning reckoning) {
    hearings = reckoning.table("cases/hearing");
    defendants = reckoning.table("cases/defendant");
    offences = reckoning.table("cases/offence");
    results = reckoning.table("cases/judicial_result");
    outcomes = reckoning.table("cases/offence_outcome");
  }

  /** A document that no table can read. */
  void refused() {
    for (Tally tally : List.of(hearings, defendants, offences, results)) {
      tally.file();
      tally.refusedRecord();
    }
  }

  /** A document that can be read. */
  void take(JsonNode document) {
    for (Tally tally : List.of(hearings, defendants, offences, results)) {
      tally.file();
      tally.record();
    }
    JsonNode hearing = document.get("hearing");
    String id = hearing.get("id").asText();
    hearings.accept(id);
    courts.put(id, hearing.at("/courtCentre/code").asText() + " " + month(hearing));
    for (JsonNode prosecution : hearing.get("prosecutionCases")) {
      for (JsonNode defendant : prosecution.get("defendants")) {
        take(id, defendant);
      }
    }
  }

  /** Call once, after the last document. */
  void close() {
    Set<String> groups = new HashSet<>();
    outcomesByOffence.forEach(
        (offence, byResult) -> {
          String hearing = offence.substring(0, offence.indexOf(' '));
          String group = courts.getOrDefault(hearing, "") + " ";
          if (byResult.isEmpty()) {
            groups.add(group);
          }
          byResult.values().forEach(outcome -> groups.add(group + outcome));
        });
    groups.forEach(group -> outcomes.acceptNew());
  }

  private void take(String hearing, JsonNode defendant) {
    boolean known = defendant.has("id");
    String key = hearing + " " + defendant.path("id").asText();
    if (known) {
      defendants.accept(key);
    } else {
      defendants.quarantine("defendant_id_required");
    }
    if (wrongLetter(defendant.path("pncId").asText())) {
      defendants.warn("pnc_id_check_letter");
    }
    for (JsonNode offence : defendant.get("offences")) {
      String offenceKey = key + " " + offence.get("id").asText();
      if (known) {
        offences.accept(offenceKey);
        outcomesByOffence.computeIfAbsent(offenceKey, unused -> new HashMap<>());
      } else {
        offences.quarantine("defendant_id_required");
      }
      for (JsonNode result : offence.get("judicialResults")) {
        take(known, offenceKey, result);
      }
    }
  }

  private void take(boolean known, String offence, JsonNode result) {
    if (promptDateUnreadable(result)) {
      results.warn("prompt_dates_readable");
    }
    if (!known) {
      results.quarantine("defendant_id_required");
      return;
    }
    String id = result.get("judicialResultId").asText();
    results.accept(offence + " " + id);
    outcomesByOffence
        .computeIfAbsent(offence, unused -> new HashMap<>())
        .put(id, result.get("cjsCode").asText());
  }

  private static String month(JsonNode hearing) {
    return hearing.at("/hearingDays/0/sittingDay").asText().substring(0, 7);
  }

  private static boolean wrongLetter(String pnc) {
    if (pnc.isEmpty()) {
      return false;
    }
    int slash = pnc.indexOf('/');
    int year = Integer.parseInt(pnc.substring(0, slash));
    int serial = Integer.parseInt(pnc.substring(slash + 1, pnc.length() - 1));
    return pnc.charAt(pnc.length() - 1) != Pnc.letter(year, serial);
  }

  private static boolean promptDateUnreadable(JsonNode result) {
    for (JsonNode prompt : result.get("judicialResultPrompts")) {
      if (prompt.get("type").asText().equals("DATE") && !isDate(prompt.get("value").asText())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text, PROMPT_DATE);
      return true;
    } catch (DateTimeParseException notADate) {
      return false;
    }
  }
}
