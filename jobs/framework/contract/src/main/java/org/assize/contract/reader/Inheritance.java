package org.assize.contract.reader;

import java.util.List;
import java.util.Optional;
import org.assize.contract.problem.Place;
import org.assize.contract.standard.ColumnStandard;
import org.assize.contract.type.Bounds;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Value;

/** What one column takes over from its standard: it may promise more than that, never less. */
record Inheritance(
    Mapping column, ColumnStandard standard, StandardColumns.Spot spot, Faults faults) {

  /** From the most open to the strictest; other words cannot be compared. */
  private static final List<String> CLASSIFICATIONS =
      List.of("public", "internal", "confidential", "restricted");

  /** The column with everything filled in. */
  Mapping merged() {
    Mapping merged = column;
    for (String key : List.of("logicalType", "physicalType")) {
      same(key);
      merged = inherit(merged, key);
    }
    classification();
    merged = description(inherit(merged, "classification"));
    merged = options(merged);
    return new InheritedChecks(this).merged(merged);
  }

  private Mapping inherit(Mapping to, String key) {
    Optional<Value> value = standard.written().value(key);
    return value.map(inherited -> to.orElse(key, inherited)).orElse(to);
  }

  /** A blank description, as a draft has it, says nothing either. */
  private Mapping description(Mapping to) {
    String key = "description";
    Optional<Value> inherited = standard.written().value(key);
    boolean blank = to.text(key).filter(text -> !text.isBlank()).isEmpty();
    return blank && inherited.isPresent() ? to.with(key, inherited.get()) : to;
  }

  private void same(String key) {
    Optional<String> own = column.text(key);
    Optional<String> promised = standard.written().text(key);
    if (own.isPresent() && promised.isPresent() && !own.get().equalsIgnoreCase(promised.get())) {
      contradiction(column, key, own.get(), standard.written().placeOf(key), promised.get());
    }
  }

  private void classification() {
    String key = "classification";
    Optional<String> own = column.text(key);
    Optional<String> least = standard.written().text(key);
    if (own.isPresent() && least.isPresent() && !own.equals(least)) {
      int strict = CLASSIFICATIONS.indexOf(own.get());
      int needed = CLASSIFICATIONS.indexOf(least.get());
      if (strict < 0 || needed < 0 || strict < needed) {
        contradiction(column, key, own.get(), standard.written().placeOf(key), least.get());
      }
    }
  }

  private Mapping options(Mapping merged) {
    String key = "logicalTypeOptions";
    Optional<Mapping> own = column.mapping(key);
    Optional<Mapping> promised = standard.written().mapping(key);
    if (own.isEmpty() || promised.isEmpty()) {
      return inherit(merged, key);
    }
    Mapping both = own.get();
    for (Mapping.Entry entry : promised.get().entries()) {
      String bound = promised.get().text(entry.key()).orElse("");
      Optional<String> tightened = own.get().text(entry.key());
      Bounds moved = Bounds.moved(entry.key(), bound, tightened.orElse(bound));
      if (moved == Bounds.WIDER || moved == Bounds.OTHER) {
        contradiction(own.get(), entry.key(), tightened.orElse(""), entry.place(), bound);
      }
      both = both.orElse(entry.key(), entry.value());
    }
    return merged.with(key, both);
  }

  /** Refuses what the column says, since its standard promises more. */
  void contradiction(Mapping own, String key, String says, Place at, String promised) {
    faults.invalid(
        own.placeOf(key),
        "`" + key + ": " + says + "` is less than column `" + spot.id() + "` has to promise.",
        "Its standard `" + standard.name() + "` says `" + promised + "` (" + at + ").",
        "A column may be stricter than its standard; otherwise leave the key out.");
  }
}
