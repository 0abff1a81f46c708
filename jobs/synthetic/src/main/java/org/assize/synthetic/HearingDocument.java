package org.assize.synthetic;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** One hearing in the shape of a Common Platform message, made by rule from its day and number. */
final class HearingDocument {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> COURTS = List.of("B99DA00", "B99DB00", "C99DC00");

  private final Demo demo;
  private final int day;
  private final int number;
  private final Draw draw;

  HearingDocument(Demo demo, int day, int number) {
    this.demo = demo;
    this.day = day;
    this.number = number;
    this.draw = demo.draw(6, day, number);
  }

  /** The document as shared on the day of the hearing. */
  ObjectNode tree() {
    ObjectNode document = JSON.createObjectNode();
    ObjectNode hearing = document.putObject("hearing");
    int court = draw.below(COURTS.size());
    hearing.put("id", id("hearing", 0));
    hearing.put("jurisdictionType", court == 2 ? "CROWN" : "MAGISTRATES");
    court(hearing.putObject("courtCentre"), court);
    hearing.putObject("type").put("id", id("type", 0)).put("description", "First hearing");
    ArrayNode days = hearing.putArray("hearingDays");
    for (int sitting = 0, count = draw.between(1, 2); sitting < count; sitting++) {
      sitting(days.addObject(), sitting);
    }
    hearing.put("hearingLanguage", "ENGLISH");
    ArrayNode cases = hearing.putArray("prosecutionCases");
    if (number % 13 != 5) { // an application is heard without a case
      prosecution(cases.addObject());
    }
    document.put("sharedTime", moment(day, 15 * 3_600 + number).toString());
    return document;
  }

  private void court(ObjectNode court, int which) {
    court.put("id", id("court", which)).put("code", COURTS.get(which));
    court.put("name", "Demo Court " + (which + 1)).put("roomName", "Courtroom 0" + (which + 1));
    court.putObject("lja").put("ljaCode", "990" + which).put("ljaName", "Demo Justice Area");
  }

  private void sitting(ObjectNode sitting, int sequence) {
    sitting.put("sittingDay", moment(day + sequence, 36_000).toString());
    sitting.put("listingSequence", sequence).put("listedDurationMinutes", 20);
    sitting.put("isCancelled", false);
  }

  private void prosecution(ObjectNode prosecution) {
    prosecution.put("id", id("case", 0)).put("initiationCode", "C").put("caseStatus", "ACTIVE");
    prosecution
        .putObject("prosecutionCaseIdentifier")
        .put("caseURN", "99DM%07d".formatted(day * 10_000 + number))
        .put("prosecutionAuthorityCode", "DEMPF");
    ArrayNode defendants = prosecution.putArray("defendants");
    for (int which = 0, count = draw.between(1, 2); which < count; which++) {
      defendant(defendants.addObject(), which);
    }
  }

  private void defendant(ObjectNode defendant, int which) {
    int serial = day * 10_000 + number * 10 + which;
    defendant.put("id", id("defendant", which)).put("masterDefendantId", id("master", which));
    defendant.put("prosecutionCaseId", id("case", 0));
    switch (serial % 4) {
      case 0 -> defendant.put("pncId", Pnc.identifier(1999 + serial % 25, 1 + serial));
      case 1 -> defendant.put("pncId", Pnc.shortIdentifier(2001 + serial % 25, 1 + serial));
      case 2 -> defendant.put("pncId", "");
      default -> defendant.put("isYouth", false); // and no identifier at all
    }
    ObjectNode person = defendant.putObject("personDefendant");
    person.put("arrestSummonsNumber", ArrestSummons.number(serial));
    person.putObject("bailStatus").put("code", "B").put("description", "Conditional bail");
    ObjectNode details = person.putObject("personDetails");
    details.put("firstName", "Defendant").put("lastName", "%04d".formatted(serial));
    details.put("gender", serial % 2 == 0 ? "MALE" : "FEMALE");
    details.put("dateOfBirth", LocalDate.of(1960, 1, 1).plusDays(serial % 14_000).toString());
    details
        .putObject("address")
        .put("address1", "%d Demo Street".formatted(1 + serial % 200))
        .put("postcode", "ZX9 9ZZ");
    details.putObject("ethnicity").put("selfDefinedEthnicityCode", "NS");
    ArrayNode offences = defendant.putArray("offences");
    for (int offence = 0, count = draw.between(1, 3); offence < count; offence++) {
      offence(offences.addObject(), which * 10 + offence);
    }
  }

  private void offence(ObjectNode offence, int which) {
    int code = draw.below(OffenceCodes.FIRST_COUNT);
    offence.put("id", id("offence", which));
    offence.put("offenceCode", OffenceCodes.code(code));
    offence.put("offenceTitle", OffenceCodes.title(code));
    offence.put("wording", "On a day in the demo, offence %d.".formatted(code));
    offence.put("startDate", demo.day(day).minusDays(30 + draw.below(200)).toString());
    offence.put("chargeDate", demo.day(day).minusDays(20).toString());
    offence.put("modeOfTrial", "Either Way").put("orderIndex", which % 10 + 1);
    if (draw.below(3) == 0) {
      ObjectNode plea = offence.putObject("plea");
      plea.put("pleaValue", "GUILTY").put("pleaDate", demo.day(day).toString());
    }
    ArrayNode results = offence.putArray("judicialResults");
    for (int result = 0, count = draw.below(3); result < count; result++) {
      HearingResult.fill(
          results.addObject(), demo.day(day), id("result", which * 10 + result), draw);
    }
  }

  private String id(String kind, int which) {
    Draw bits = demo.draw(7, day, number, kind.hashCode(), which);
    return new UUID(bits.next(), bits.next()).toString();
  }

  private Instant moment(int dayIndex, int second) {
    return demo.day(dayIndex).atStartOfDay().plusSeconds(second).toInstant(ZoneOffset.UTC);
  }
}
