package org.assize.contract.reader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assize.contract.LogicalType;
import org.assize.contract.problem.Place;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Sequence;
import org.assize.contract.yaml.Value;

/**
 * Fills in what a contract leaves out: first from {@code _domain.yaml}, then from the language's
 * own defaults, whose place is {@link #DEFAULT}. Nothing else decides a default.
 */
final class Defaults {

  static final Place DEFAULT = new Place("default", 0);

  private final Mapping domain;
  private final Map<String, Mapping> domainSources;

  /** Takes the defaults of a domain and the sources it declares, by name. */
  Defaults(Mapping domain, Map<String, Mapping> domainSources) {
    this.domain = domain;
    this.domainSources = domainSources;
  }

  Mapping contract(Mapping written) {
    Mapping merged = written;
    Optional<Value> owner = domain.value("team").or(this::ownerAsTeam);
    if (owner.isPresent()) {
      merged = merged.orElse("team", owner.get());
    }
    for (String key : List.of("support", "roles")) {
      Optional<Value> inherited = domain.value(key);
      if (inherited.isPresent()) {
        merged = merged.orElse(key, inherited.get());
      }
    }
    merged = each(merged, "schema", table -> each(table, "properties", Defaults::column));
    return each(merged, "customProperties", this::custom);
  }

  /** A source as declared, with the defaults of its format. */
  static Mapping source(Mapping written) {
    Mapping merged = written;
    if (merged.text("format").filter("csv"::equals).isPresent()) {
      merged = merged.orElse("delimiter", Scalar.quoted(DEFAULT, ","));
    }
    var emptyText = new Sequence(DEFAULT, List.of(Scalar.quoted(DEFAULT, "")));
    return merged
        .orElse("timezone", text("UTC"))
        .orElse("nulls", emptyText)
        .orElse("drift", text("quarantine"))
        .orElse("replayable", plain("true"));
  }

  private Optional<Value> ownerAsTeam() {
    return domain
        .value("owner")
        .map(
            owner ->
                new Mapping(
                    owner.place(), List.of(new Mapping.Entry(owner.place(), "name", owner))));
  }

  private Mapping custom(Mapping custom) {
    Optional<Mapping> value = custom.mapping("value");
    boolean ours = custom.text("property").filter("assize"::equals).isPresent();
    return ours && value.isPresent() ? custom.with("value", assize(value.get())) : custom;
  }

  private Mapping assize(Mapping written) {
    Mapping merged = each(written, "sources", this::use);
    Optional<Value> schedule = domain.value("schedule");
    if (schedule.isPresent()) {
      merged = merged.orElse("schedule", schedule.get());
    }
    merged = in(merged, "schedule", s -> s.orElse("timezone", text("UTC")));
    Value zone = merged.mapping("schedule").flatMap(s -> s.value("timezone")).orElse(text("UTC"));
    return in(
        merged,
        "load",
        load ->
            in(
                load,
                "interval",
                interval -> interval.orElse("timezone", zone).orElse("fixed", plain("false"))));
  }

  private Mapping use(Mapping written) {
    Optional<Mapping> declared = written.text("from").map(domainSources::get);
    if (declared.isEmpty()) {
      return written.has("from") ? written : source(written);
    }
    Mapping merged = written;
    for (Mapping.Entry entry : declared.get().entries()) {
      merged = merged.orElse(entry.key(), entry.value());
    }
    return merged;
  }

  private static Mapping column(Mapping written) {
    Mapping merged = written;
    Optional<LogicalType> type =
        written.text("logicalType").flatMap(word -> Words.find(LogicalType.class, word));
    boolean nested =
        type.filter(t -> t == LogicalType.OBJECT || t == LogicalType.ARRAY).isPresent();
    if (type.isPresent() && !nested) {
      merged = merged.orElse("physicalType", text(type.get().physicalDefault()));
    }
    if (merged.isTrue("primaryKey")) {
      merged = merged.orElse("required", plain("true"));
    }
    merged = each(merged, "properties", Defaults::column);
    return in(merged, "items", Defaults::column);
  }

  static Mapping in(Mapping owner, String key, UnaryOperator<Mapping> change) {
    return owner.mapping(key).map(part -> owner.with(key, change.apply(part))).orElse(owner);
  }

  static Mapping each(Mapping owner, String key, UnaryOperator<Mapping> change) {
    if (owner.value(key).orElse(owner) instanceof Sequence list) {
      List<Value> items =
          list.items().stream()
              .map(item -> item instanceof Mapping part ? change.apply(part) : item)
              .toList();
      return owner.with(key, new Sequence(list.place(), items));
    }
    return owner;
  }

  private static Scalar text(String text) {
    return Scalar.quoted(DEFAULT, text);
  }

  private static Scalar plain(String text) {
    return Scalar.plain(DEFAULT, text);
  }
}
