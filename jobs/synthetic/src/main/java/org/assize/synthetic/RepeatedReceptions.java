package org.assize.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * Writes receptions, some of which have the key, or the seal, of an earlier one. A delivery with
 * repeated keys is held as a whole, so that no fault in it leaves a mark on its row.
 */
public final class RepeatedReceptions {

  private RepeatedReceptions() {}

  /**
   * Writes them as CSV. Streams stay open.
   *
   * @param sound rows with a key and a seal of their own
   * @param each rows with an earlier key, with an earlier seal, without a key, and cut short
   */
  public static PlantedRows write(OutputStream out, int sound, int each) throws IOException {
    var file = new PlantedFile(out);
    file.line("reception_id,seal\n".getBytes(UTF_8));
    for (int number = 0; number < sound; number++) {
      file.row(line(key(number), seal(number)), Set.of());
    }
    for (int number = 0; number < each; number++) {
      int other = sound + number;
      plant(file, "primary_key_unique", line(key(number), seal(other)));
      plant(file, "seal_unique", line(key(other), seal(number)));
      plant(file, "reception_id_required", line("", seal(other + each)));
      plant(file, "parsed", (key(other + each) + "\n").getBytes(UTF_8));
    }
    out.flush();
    return file.planted();
  }

  private static void plant(PlantedFile file, String rule, byte[] line) throws IOException {
    file.line(line);
    file.count(rule);
  }

  private static String key(int number) {
    return "R%07d".formatted(number);
  }

  private static String seal(int number) {
    return "S%07d".formatted(number);
  }

  private static byte[] line(String key, String seal) {
    return (key + "," + seal + "\n").getBytes(UTF_8);
  }
}
