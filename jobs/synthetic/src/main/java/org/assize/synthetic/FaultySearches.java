package org.assize.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Writes a register of searches as lines of JSON, with objects and lists in them, and plants every
 * fault that a contract can forbid there. The same seed and numbers give the same bytes. Streams
 * stay open.
 */
public final class FaultySearches {

  private static final List<SearchFault> FAULTS = SearchFault.ALL;
  private static final String[] POWERS = {"PACE_S1", "PACE_S54", "MDA_S23"};

  private FaultySearches() {}

  /**
   * Writes the register.
   *
   * @param sound rows without a fault
   * @param each rows that are planted for each fault
   */
  public static PlantedRows write(OutputStream out, long seed, int sound, int each)
      throws IOException {
    var file = new PlantedFile(out);
    int[] order = Order.of(Draw.of(seed, 3), sound, FAULTS.size(), each);
    for (int number = 0; number < order.length; number++) {
      ObjectNode row = row(number, Draw.of(seed, 4, number));
      if (order[number] == Order.SOUND) {
        file.row(line(row), Set.of());
      } else {
        SearchFault fault = FAULTS.get(order[number]);
        fault.change().accept(row);
        file.row(spoiled(line(row), fault.damage()), fault.rules());
      }
    }
    out.flush();
    return file.planted();
  }

  private static ObjectNode row(int number, Draw draw) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("search_id", number);
    row.put(
        "searched_at", "2026-11-%02dT%02d:30:00Z".formatted(1 + draw.below(30), draw.below(24)));
    boolean isStrip = draw.below(4) == 0;
    row.put("is_strip", isStrip);
    row.put("authorised_by", isStrip || draw.below(2) == 0 ? "Inspector" : null);
    row.put("power", draw.below(9) == 0 ? null : POWERS[draw.below(POWERS.length)]);
    row.putObject("officer").put("collar", "%04d".formatted(draw.below(10_000)));
    if (draw.below(5) > 0) { // a list that is empty, or not there, is sound
      var items = row.putArray("items");
      for (int left = draw.below(4); left > 0; left--) {
        items.addObject().put("code", "AB%03d".formatted(draw.below(999))).put("count", 1);
      }
    }
    return row;
  }

  private static byte[] line(ObjectNode row) {
    return (row + "\n").getBytes(UTF_8);
  }

  private static byte[] spoiled(byte[] line, Damage damage) {
    byte[] bytes = line.clone();
    if (damage == Damage.CUT_SHORT) {
      bytes = Arrays.copyOf(line, line.length / 2);
      bytes[bytes.length - 1] = '\n';
    } else if (damage == Damage.NO_UTF8) {
      bytes[2] = (byte) 0xFF;
    }
    return bytes;
  }
}
