package org.assize.synthetic;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One month of street-level crime in the shape of the police.uk archive. */
final class StreetCrimes {

  private static final int INCIDENTS = 800;
  private static final String ANTI_SOCIAL = "Anti-social behaviour";
  private static final List<String> TYPES =
      List.of(ANTI_SOCIAL, "Bicycle theft", "Burglary", "Drugs", "Shoplifting", "Vehicle crime");
  private static final List<String> AREAS = List.of("Northmere", "Southmere", "Eastmere and Hill");

  private final Demo demo;
  private final Reckoning reckoning;
  private final Tally tally;
  private final Set<List<String>> groups = new HashSet<>();

  StreetCrimes(Demo demo, Reckoning reckoning) {
    this.demo = demo;
    this.reckoning = reckoning;
    this.tally = reckoning.table("crime/street_crime");
  }

  /** Writes the month of the first day. */
  void write() throws IOException {
    String month = demo.firstDay().toString().substring(0, 7);
    String path = "crime/police_uk/%s/%s-demo-street.csv".formatted(month, month);
    tally.file();
    try (var out = new AsciiOutput(demo.open(path))) {
      out.text("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,")
          .text("LSOA name,Crime type,Last outcome category,Context")
          .endLine();
      for (int number = 0; number < INCIDENTS; number++) {
        write(out, month, number);
      }
    }
    Tally summary = reckoning.table("crime/street_crime_summary");
    groups.forEach(group -> summary.acceptNew());
  }

  private void write(AsciiOutput out, String month, int number) throws IOException {
    // every tenth anti-social incident equals the one before it in every column
    boolean identical = number % 60 == 6;
    Draw draw = demo.draw(5, identical ? number - 6 : number);
    String type = TYPES.get(number % TYPES.size());
    int area = draw.below(AREAS.size());
    boolean unreadable = number == 100 || number == 200;
    if (number == 301) {
      reckoning.plant(Fault.MALFORMED_RECORD);
      tally.refusedRecord();
      out.text("this line has,three,fields").endLine();
      return;
    }
    tally.record();
    if (unreadable) {
      reckoning.plant(Fault.UNREADABLE_VALUE);
      tally.quarantine("longitude_type", "both_coordinates");
    } else {
      tally.acceptNew();
      groups.add(List.of(AREAS.get(area), type));
    }
    if (identical) {
      reckoning.plant(Fault.IDENTICAL_INCIDENT);
    }
    boolean hasId = !type.equals(ANTI_SOCIAL);
    out.text(hasId ? "%016x%016x%016x%016x".formatted(draw.next(), draw.next(), number, 1) : "");
    out.text(",").text(month).text(",Demo Police,Demo Police,");
    out.text(unreadable ? "west of here" : "");
    if (!unreadable) {
      out.degrees(-3_000_000 + draw.below(400_000));
    }
    out.text(",").degrees(53_300_000 + draw.below(300_000));
    out.text(",\"On or near Street %d, %s\"".formatted(draw.below(90), AREAS.get(area)));
    out.text(",E0199900%d,%s 00%dA,".formatted(area, AREAS.get(area), draw.below(9)));
    out.text(type).text(",").text(hasId ? "Under investigation" : "").text(",").endLine();
  }
}
