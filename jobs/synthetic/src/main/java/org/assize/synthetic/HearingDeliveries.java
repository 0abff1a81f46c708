package org.assize.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hearings by day, one document a file, with faults among them. */
final class HearingDeliveries {

  private static final int RESHARED_A_DAY = 3;

  private final Demo demo;
  private final Reckoning reckoning;
  private final HearingTally tally;
  private List<ObjectNode> toShareAgain = List.of();

  HearingDeliveries(Demo demo, Reckoning reckoning) {
    this.demo = demo;
    this.reckoning = reckoning;
    this.tally = new HearingTally(reckoning);
  }

  void write(int day) throws IOException {
    shareAgain(day);
    List<ObjectNode> ofDay = new ArrayList<>();
    int count = 8 + 2 * demo.wearers();
    for (int number = 0; number < count; number++) {
      ObjectNode document = new HearingDocument(demo, day, number).tree();
      plant(document, number);
      ofDay.add(document);
      write(day, "hearing_%04d".formatted(number), document);
    }
    reckoning.plant(Fault.REPEATED_FILE);
    send(day, "hearing_0000_again", ofDay.get(0).toString());
    sendUnreadable(day, ofDay.get(1).toString());
    toShareAgain = ofDay.subList(count - RESHARED_A_DAY, count);
  }

  HearingTally tally() {
    return tally;
  }

  /**
   * Yesterday's last hearings once more: later, with the first result of each defendant changed.
   */
  private void shareAgain(int day) throws IOException {
    for (int again = 0; again < toShareAgain.size(); again++) {
      ObjectNode document = toShareAgain.get(again).deepCopy();
      Instant shared = Instant.parse(document.get("sharedTime").asText()).plusSeconds(57_600);
      document.put("sharedTime", shared.toString());
      for (JsonNode offence : document.findValues("offences")) {
        JsonNode result = offence.path(0).path("judicialResults").path(0);
        if (result instanceof ObjectNode first) {
          HearingResult.changeOutcome(first);
        }
      }
      reckoning.plant(Fault.HEARING_SHARED_AGAIN);
      write(day, "shared_again_%04d".formatted(again), document);
    }
  }

  private void plant(ObjectNode document, int number) {
    JsonNode defendant = document.at("/hearing/prosecutionCases/0/defendants/0");
    if (!(defendant instanceof ObjectNode person)) {
      return;
    }
    switch (number) {
      case 2, 3 -> {
        reckoning.plant(Fault.WRONG_CHECK_LETTER);
        person.put("pncId", Pnc.wrongIdentifier(2010, 4_711 + number));
      }
      case 4 -> {
        reckoning.plant(Fault.MISSING_KEY);
        person.remove("id");
      }
      case 6, 7 -> {
        JsonNode prompt = person.at("/offences/0/judicialResults/0/judicialResultPrompts/0");
        if (prompt instanceof ObjectNode date) {
          reckoning.plant(Fault.UNREADABLE_PROMPT_DATE);
          date.put("value", "31/02/2026");
        }
      }
      default -> {
        if (person.path("pncId").asText("absent").isEmpty()) {
          reckoning.plant(Fault.BLANK_IDENTIFIER);
        }
      }
    }
  }

  private void sendUnreadable(int day, String document) throws IOException {
    reckoning.plant(Fault.MALFORMED_RECORD);
    tally.refused();
    send(day, "hearing_cut_short", document.substring(0, document.length() / 2));
    reckoning.plant(Fault.POINTER_ENVELOPE);
    tally.refused();
    send(
        day,
        "hearing_elsewhere",
        """
        ["demo.payload.Pointer",{"bucket":"demo-bucket","key":"hearing-%d"}]
        """
            .formatted(day));
  }

  private void write(int day, String name, ObjectNode document) throws IOException {
    tally.take(document);
    send(day, name, document.toString());
  }

  private void send(int day, String name, String text) throws IOException {
    String folder = "cases/common_platform/hearing/" + demo.day(day);
    try (OutputStream out = demo.open(folder + "/" + name + ".json")) {
      out.write(text.getBytes(UTF_8));
    }
  }
}
