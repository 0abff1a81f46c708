package org.assize.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a custody register as CSV, among whose sound rows every fault that a contract can forbid
 * is planted, some rows with two. The same seed and numbers give the same bytes. Streams stay open.
 */
public final class FaultyDetentions {

  private static final List<DetentionFault> FAULTS = DetentionFault.ALL;
  private static final int STRAY_BYTE = 0xFF; // in no text of UTF-8

  private final long seed;
  private final PlantedFile file;

  private FaultyDetentions(long seed, OutputStream out) {
    this.seed = seed;
    this.file = new PlantedFile(out);
  }

  /**
   * Writes the register.
   *
   * @param sound rows without a fault
   * @param each rows that are planted for each fault
   */
  public static PlantedRows write(OutputStream out, long seed, int sound, int each)
      throws IOException {
    var detentions = new FaultyDetentions(seed, out);
    int[] order = Order.of(Draw.of(seed, 1), sound, FAULTS.size(), each);
    var names = Detention.row(0, Draw.of(seed, 0)).keySet();
    detentions.file.line(Detention.line(names).getBytes(UTF_8));
    for (int row = 0; row < order.length; row++) {
      detentions.row(row, order[row]);
    }
    out.flush();
    return detentions.file.planted();
  }

  /** Writes the stations that the register may speak of. */
  public static void writeStations(OutputStream out) throws IOException {
    out.write("code\n".getBytes(UTF_8));
    for (int station = 0; station < Detention.STATIONS; station++) {
      out.write((Detention.station(station) + "\n").getBytes(UTF_8));
    }
    out.flush();
  }

  private void row(int number, int kind) throws IOException {
    Draw draw = Draw.of(seed, 2, number);
    Map<String, String> fields = Detention.row(number, draw);
    List<DetentionFault> faults = kind == Order.SOUND ? List.of() : faults(FAULTS.get(kind), draw);
    Set<String> rules = new HashSet<>();
    for (DetentionFault fault : faults) {
      fault.change().accept(fields, draw);
      rules.addAll(fault.rules());
      if (fault.equals(DetentionFault.LONG_STAY)) {
        file.count(DetentionFault.WARNING);
      }
    }
    Damage damage = faults.isEmpty() ? Damage.NONE : faults.get(0).damage();
    file.row(bytes(fields, damage), rules);
  }

  /** The fault, in one row of three with another. */
  private static List<DetentionFault> faults(DetentionFault fault, Draw draw) {
    DetentionFault other = FAULTS.get(draw.below(FAULTS.size()));
    return draw.below(3) == 0 && fault.goesWith(other) ? List.of(fault, other) : List.of(fault);
  }

  private static byte[] bytes(Map<String, String> fields, Damage damage) {
    List<String> texts = new ArrayList<>(fields.values());
    if (damage == Damage.FIELD_MISSING) {
      texts.remove(texts.size() - 1);
    } else if (damage == Damage.FIELD_TOO_MANY) {
      texts.add("more");
    }
    String before = damage == Damage.TEXT_BEHIND_QUOTE ? "\"DT\"" : "";
    byte[] bytes = (before + Detention.line(texts)).getBytes(UTF_8);
    if (damage == Damage.NO_UTF8) {
      bytes[0] = (byte) STRAY_BYTE;
    }
    return bytes;
  }
}
