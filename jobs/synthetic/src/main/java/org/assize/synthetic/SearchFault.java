package org.assize.synthetic;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A fault of a document in the register of searches.
 *
 * @param rules the rules that such a document must break
 */
record SearchFault(Damage damage, Consumer<ObjectNode> change, Set<String> rules) {

  static final List<SearchFault> ALL =
      List.of(
          changed(row -> row.remove("search_id"), "search_id_required"),
          changed(row -> row.putNull("search_id"), "search_id_required"),
          changed(row -> row.put("search_id", "first"), "search_id_type", "search_id_required"),
          changed(row -> row.put("searched_at", "2026-11-31T10:00:00Z"), "searched_at_type"),
          changed(row -> row.put("is_strip", "perhaps"), "is_strip_type"),
          changed(row -> officer(row).remove("collar"), "officer__collar_required"),
          changed(row -> officer(row).put("collar", "12"), "officer__collar_pattern"),
          changed(row -> item(row, "knife").put("count", 1), "items__element__code_pattern"),
          changed(row -> item(row, "AB123"), "items__element__count_required"),
          changed(row -> item(row, "AB123").put("count", 0), "items__element__count_range"),
          changed(
              row -> item(row, "gun").put("count", -1),
              "items__element__code_pattern",
              "items__element__count_range"),
          changed(
              row -> item(row, "AB123").put("count", "two"),
              "items_type",
              "items__element__count_required"),
          changed(row -> row.put("items", "knife"), "items_type"),
          changed(row -> row.put("officer", "1234"), "officer_type"),
          changed(row -> row.put("power", "CURIOSITY"), "power_valid"),
          changed(row -> row.put("is_strip", true).putNull("authorised_by"), "strip_is_authorised"),
          new SearchFault(Damage.CUT_SHORT, row -> {}, Set.of("parsed")),
          new SearchFault(Damage.NO_UTF8, row -> {}, Set.of("parsed")));

  private static SearchFault changed(Consumer<ObjectNode> change, String... rules) {
    return new SearchFault(Damage.NONE, change, Set.of(rules));
  }

  private static ObjectNode officer(ObjectNode row) {
    return row.withObject("/officer");
  }

  /** One more thing that was found. */
  private static ObjectNode item(ObjectNode row, String code) {
    ArrayNode items = row.withArray("items");
    return items.addObject().put("code", code);
  }
}
