package org.assize.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.cli.text.Json;
import org.assize.cli.text.TextTable;
import org.assize.cli.text.TextTable.Side;

/**
 * What was delivered for a quarantined row.
 *
 * @param values text by column, in the contract's order; empty where there is none, or it is masked
 * @param masked columns whose value is left out because they are classified
 * @param record the record as it came; empty unless it was revealed
 */
record Delivered(
    Map<String, Optional<String>> values, List<String> masked, Optional<String> record) {

  List<String> lines() {
    var table = new TextTable(Side.LEFT, Side.LEFT);
    values.forEach(
        (column, text) ->
            table.row(column, masked.contains(column) ? "(masked)" : text.orElse("NULL")));
    List<String> lines = new ArrayList<>(table.lines());
    record.ifPresent(text -> lines.addAll(List.of("", text)));
    return lines;
  }

  Json json() {
    Map<String, Object> plain = new LinkedHashMap<>();
    values.forEach(plain::put);
    return Json.document("assize.delivered/1")
        .put("values", plain)
        .put("masked", masked)
        .put("record", record);
  }
}
