package org.assize.contract.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.problem.Place;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Sequence;
import org.assize.contract.yaml.Value;

/** The checks that one column takes over from its standard, as rules of its own. */
record InheritedChecks(Inheritance inheritance) {

  private static final List<String> SEVERITIES = List.of("info", "warning", "error", "critical");

  /** Inherited checks first; a rule of type text with the id of one of them raises its severity. */
  Mapping merged(Mapping merged) {
    Map<String, Mapping> inherited = new LinkedHashMap<>();
    for (Mapping check : inheritance.standard().checks()) {
      String id = inheritance.spot().id() + "_" + check.text("id").orElse("");
      inherited.put(id, rule(id, check));
    }
    List<Value> own = new ArrayList<>();
    for (Value item : inheritance.column().items("quality")) {
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
        inheritance.column().has("quality")
            ? inheritance.column().placeOf("quality")
            : inheritance.standard().written().placeOf("checks");
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
    if (own.has("customProperties")) {
      inheritance
          .faults()
          .invalid(
              own.placeOf("customProperties"),
              "Of a check of a standard only the severity can be raised.",
              "",
              "Remove the key.");
    }
    String before = check.get().text("severity").orElse("error");
    String after = own.text("severity").orElse(before);
    if (SEVERITIES.indexOf(after) < SEVERITIES.indexOf(before)) {
      inheritance.contradiction(own, "severity", after, check.get().placeOf("severity"), before);
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
    String form =
        inheritance
            .standard()
            .form()
            .map(pattern -> "\\A(?:" + pattern.pattern() + ")\\z")
            .orElse("");
    String literal = "'" + form.replace("\\", "\\\\").replace("'", "\\'") + "'";
    return inheritance
        .spot()
        .lift()
        .apply(
            implementation
                .replace("{column}", inheritance.spot().value())
                .replace("{pattern}", literal));
  }
}
