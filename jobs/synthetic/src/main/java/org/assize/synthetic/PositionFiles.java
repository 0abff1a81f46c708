package org.assize.synthetic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The four files of one delivery of positions, by hour of upload. */
final class PositionFiles implements AutoCloseable {

  private static final int SECONDS_A_FILE = 6 * 3_600;

  private final long midnight;
  private final List<AsciiOutput> files = new ArrayList<>();

  PositionFiles(Demo demo, int day) throws IOException {
    midnight = demo.midnight(day);
    for (String hour : List.of("00", "06", "12", "18")) {
      String folder = "electronic_monitoring/allied_mdss/position/" + demo.day(day);
      files.add(new AsciiOutput(demo.open(folder + "/fixes_" + hour + ".jsonl")));
    }
  }

  int count() {
    return files.size();
  }

  void line(Fix fix, Blemish blemish) throws IOException {
    int file = (int) ((fix.uploadedAt() - midnight) / SECONDS_A_FILE);
    FixFormat.JSONL.line(files.get(file), fix, blemish);
  }

  @Override
  public void close() throws IOException {
    for (AsciiOutput file : files) {
      file.close();
    }
  }
}
