package org.assize.synthetic;

import java.io.IOException;
import java.time.Instant;

/** Activations of tags: all of them in the first delivery, then only what changed. */
final class ActivationDeliveries {

  private static final String OPEN_END = "2999-12-12T23:59:59Z";
  private static final int NOON = 12 * 3_600;

  private final Demo demo;
  private final Reckoning reckoning;
  private final Tally tally;

  ActivationDeliveries(Demo demo, Reckoning reckoning) {
    this.demo = demo;
    this.reckoning = reckoning;
    this.tally = reckoning.table("electronic_monitoring/device_activation");
  }

  void write(int day) throws IOException {
    String path =
        "electronic_monitoring/allied_mdss/device_activation/%s/device_activation.jsonl"
            .formatted(demo.day(day));
    tally.file();
    try (var out = new AsciiOutput(demo.open(path))) {
      if (day == 0) {
        for (int number = 0; number < demo.wearers(); number++) {
          accept(out, number, OPEN_END, "");
        }
        sendFaulty(out);
      } else {
        String end = Instant.ofEpochSecond(demo.midnight(day) + NOON).toString();
        accept(out, day % demo.wearers(), end, "End of order");
      }
    }
  }

  private void accept(AsciiOutput out, int number, String end, String reason) throws IOException {
    tally.record();
    tally.accept(String.valueOf(number));
    line(out, 300_000 + number, new Wearer(demo, number), begin(number), end, reason);
  }

  private void sendFaulty(AsciiOutput out) throws IOException {
    var stranger = new Wearer(demo, demo.wearers() + 1);
    reckoning.plant(Fault.END_BEFORE_BEGIN);
    tally.record();
    tally.quarantine("ends_after_begin");
    line(out, 399_998, stranger, begin(0), "2020-01-01T00:00:00Z", "Entered by mistake");

    reckoning.plant(Fault.UNREADABLE_VALUE);
    tally.record();
    tally.quarantine("activated_at_type", "activated_at_required");
    line(out, 399_999, stranger, "yesterday", OPEN_END, "");
  }

  private String begin(int number) {
    return Instant.ofEpochSecond(demo.midnight(0) - 86_400L * (1 + number % 60)).toString();
  }

  private static void line(
      AsciiOutput out, long id, Wearer wearer, String begin, String end, String reason)
      throws IOException {
    out.text("{\"device_activation_id\":").number(id);
    out.text(",\"device_id\":").number(wearer.deviceId());
    out.text(",\"person_id\":").number(wearer.personId());
    out.text(",\"location_id\":").number(900_000 + wearer.personId() % 1_000);
    out.text(",\"device_activation_date\":\"").text(begin);
    out.text("\",\"device_deactivation_date\":\"").text(end);
    out.text("\",\"deactivation_reason_name\":\"").text(reason).text("\"}").endLine();
  }
}
