package org.assize.contract.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.problem.Place;
import org.assize.contract.standard.ColumnStandard;
import org.assize.contract.type.Bounds;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Sequence;
import org.assize.contract.yaml.Value;

/** What one column takes over from its standard: it may promise more than that, never less. */
record Inheritance(
    Mapping column, ColumnStandard standard, StandardColumns.Spot spot, Faults faults) {

  /** From the most open to the strictest; other words cannot be compared. */
  private static final List<String> CLASSIFICATIONS =
      List.of("public", "internal", "confidential", "restricted");

  private static final List<String> SEVERITIES = List.of("info", "warning", "error", "critical");

  /** The column with everything filled in. */
  Mapping merged() {
    Mapping merged = column;
    for (String key : List.of("logicalType", "physicalType")) {
      same(key);
      merged = inherit(merged, key);
    }
    classification();
    merged = inherit(inherit(merged, "classification"), "description");
    merged = options(merged);
    return rules(merged);
  }

  private Mapping inherit(Mapping to, String key) {
    Optional<Value> value = standard.written().value(key);
    return value.map(inherited -> to.orElse(key, inherited)).orElse(to);
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

  /** Inherited checks first; a rule of type text with the id of one of them raises its severity. */
  private Mapping rules(Mapping merged) {
    Map<String, Mapping> inherited = new LinkedHashMap<>();
    for (Mapping check : standard.checks()) {
      String id = spot.id() + "_" + check.text("id").orElse("");
      inherited.put(id, rule(id, check));
    }
    List<Value> own = new ArrayList<>();
    for (Value item : column.items("quality")) {
      Optional<Mapping> raise = raised(item, inherited);
      if (raise.isPresent()) {
        inherited.put(raise.get().text("id").orElse(""), raise.get());
      } else {
        own.add(item);
      }
    }
    List<Value> all = new ArrayList<>(inherited.values());
    all.addAll(own);
    Place place =
        column.has("quality") ? column.placeOf("quality") : standard.written().placeOf("checks");
    return all.isEmpty() ? merged : merged.with("quality", new Sequence(place, all));
  }

  private Optional<Mapping> raised(Value item, Map<String, Mapping> inherited) {
    if (!(item instanceof Mapping own) || own.text("type").filter("text"::equals).isEmpty()) {
      return Optional.empty();
    }
    Optional<Mapping> check = own.text("id").map(inherited::get);
    if (check.isEmpty()) {
      return Optional.empty();
    }
    String before = check.get().text("severity").orElse("error");
    String after = own.text("severity").orElse(before);
    if (SEVERITIES.indexOf(after) < SEVERITIES.indexOf(before)) {
      contradiction(own, "severity", after, check.get().placeOf("severity"), before);
    }
    return Optional.of(
        own.value("severity")
            .map(value -> check.get().with("severity", value))
            .orElse(check.get()));
  }

  private Mapping rule(String id, Mapping check) {
    Place place = check.place();
    Mapping rule =
        Mapping.empty(place)
            .with("id", Scalar.quoted(check.placeOf("id"), id))
            .with("type", Scalar.quoted(place, "custom"))
            .with("engine", Scalar.quoted(place, "assize"))
            .with(
                "implementation",
                Scalar.quoted(
                    check.placeOf("implementation"),
                    predicate(check.text("implementation").orElse(""))));
    for (String key : List.of("severity", "dimension", "description")) {
      Optional<Value> value = check.value(key);
      rule = value.isPresent() ? rule.with(key, value.get()) : rule;
    }
    return rule;
  }

  private String predicate(String implementation) {
    String form = standard.form().map(pattern -> "\\A(?:" + pattern.pattern() + ")\\z").orElse("");
    String literal = "'" + form.replace("\\", "\\\\").replace("'", "\\'") + "'";
    return spot.lift()
        .apply(implementation.replace("{column}", spot.value()).replace("{pattern}", literal));
  }

  private void contradiction(Mapping own, String key, String says, Place at, String promised) {
    faults.invalid(
        own.placeOf(key),
        "`" + key + ": " + says + "` is less than column `" + spot.id() + "` has to promise.",
        "Its standard `" + standard.name() + "` says `" + promised + "` (" + at + ").",
        "A column may be stricter than its standard; otherwise leave the key out.");
  }
}
