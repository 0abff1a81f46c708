package org.assize.synthetic;

import java.io.IOException;

/** How a fix is written: 18 columns in the shape of an MDSS position. */
enum FixFormat {
  /** Comma-separated, with a header line. */
  CSV {
    @Override
    void header(AsciiOutput out) throws IOException {
      out.text("position_id,device_id,person_id,client_id,location_id,position_gps_date,")
          .text("position_recorded_date,position_uploaded_date,position_latitude,")
          .text("position_longitude,position_precision,position_speed,position_direction,")
          .text("position_satellite,position_hdop,position_lbs,position_circulation_id,")
          .text("position_geometry")
          .endLine();
    }

    @Override
    void line(AsciiOutput out, Fix fix, Blemish blemish) throws IOException {
      if (blemish != Blemish.NO_KEY) {
        out.number(fix.positionId());
      }
      out.text(",").number(fix.deviceId()).text(",").number(fix.personId());
      if (blemish == Blemish.CUT_SHORT) {
        out.endLine();
        return;
      }
      out.text(",1,").number(locationId(fix)).text(",");
      time(out, fix, blemish);
      out.text(",").instant(fix.positionAt() + Fix.RECORDING_DELAY);
      out.text(",").instant(fix.uploadedAt());
      out.text(",").degrees(fix.latitude()).text(",").degrees(fix.longitude());
      out.text(",").number(precision(fix)).text(",").number(fix.speed());
      out.text(",").number(direction(fix)).text(",").number(fix.satellites());
      out.text(",").number(hdop(fix)).text(",1,").number(circulation(fix));
      out.text(",\"{\"\"type\"\":\"\"Point\"\",\"\"coordinates\"\":[").degrees(fix.longitude());
      out.text(",").degrees(fix.latitude()).text("]}\"").endLine();
    }
  },

  /** One JSON object a line. */
  JSONL {
    @Override
    void header(AsciiOutput out) {
      // a line of JSON names its own columns
    }

    @Override
    void line(AsciiOutput out, Fix fix, Blemish blemish) throws IOException {
      out.text("{");
      if (blemish != Blemish.NO_KEY) {
        out.text("\"position_id\":").number(fix.positionId()).text(",");
      }
      out.text("\"device_id\":").number(fix.deviceId());
      out.text(",\"person_id\":").number(fix.personId());
      if (blemish == Blemish.CUT_SHORT) {
        out.text(",\"clie").endLine();
        return;
      }
      out.text(",\"client_id\":1,\"location_id\":").number(locationId(fix));
      out.text(",\"position_gps_date\":\"");
      time(out, fix, blemish);
      out.text("\",\"position_recorded_date\":\"");
      out.instant(fix.positionAt() + Fix.RECORDING_DELAY);
      out.text("\",\"position_uploaded_date\":\"").instant(fix.uploadedAt());
      out.text("\",\"position_latitude\":").degrees(fix.latitude());
      out.text(",\"position_longitude\":").degrees(fix.longitude());
      out.text(",\"position_precision\":").number(precision(fix));
      out.text(",\"position_speed\":").number(fix.speed());
      out.text(",\"position_direction\":").number(direction(fix));
      out.text(",\"position_satellite\":").number(fix.satellites());
      out.text(",\"position_hdop\":").number(hdop(fix));
      out.text(",\"position_lbs\":1,\"position_circulation_id\":").number(circulation(fix));
      out.text(",\"position_geometry\":\"{\\\"type\\\":\\\"Point\\\",\\\"coordinates\\\":[");
      out.degrees(fix.longitude()).text(",").degrees(fix.latitude()).text("]}\"}").endLine();
    }
  };

  abstract void header(AsciiOutput out) throws IOException;

  abstract void line(AsciiOutput out, Fix fix, Blemish blemish) throws IOException;

  private static void time(AsciiOutput out, Fix fix, Blemish blemish) {
    if (blemish == Blemish.NO_TIME) {
      out.text("2026-13-45T99:00:00Z");
    } else {
      out.instant(fix.positionAt());
    }
  }

  private static long locationId(Fix fix) {
    return 900_000 + fix.personId() % 1_000;
  }

  private static long precision(Fix fix) {
    return fix.positionId() % 26;
  }

  private static long direction(Fix fix) {
    return fix.positionId() % 360;
  }

  private static long hdop(Fix fix) {
    return 1 + fix.positionId() % 5;
  }

  private static long circulation(Fix fix) {
    return fix.positionId() % 100_000;
  }
}
