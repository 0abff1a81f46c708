package org.assize.contract.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.contract.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values in the order of the file. The readers below answer "absent" for what has another
 * shape: shapes are checked elsewhere.
 */
public record Mapping(Place place, List<Entry> entries) implements Value {

  /** One key with its value. */
  public record Entry(Place place, String key, Value value) {}

  public Mapping {
    entries = List.copyOf(entries);
  }

  /** A mapping without entries. */
  public static Mapping empty(Place place) {
    return new Mapping(place, List.of());
  }

  @Override
  public String kind() {
    return "a mapping";
  }

  /** Every key, in order. */
  public List<String> keys() {
    return entries.stream().map(Entry::key).toList();
  }

  /** Whether the key is there, even without a value. */
  public boolean has(String key) {
    return entry(key) != null;
  }

  /** The value of a key. */
  public Optional<Value> value(String key) {
    Entry entry = entry(key);
    return entry == null ? Optional.empty() : Optional.of(entry.value());
  }

  /** Where a key stands; where the mapping begins if the key is absent. */
  public Place placeOf(String key) {
    Entry entry = entry(key);
    return entry == null ? place : entry.place();
  }

  /** The text of a scalar that stands for something. */
  public Optional<String> text(String key) {
    return scalar(key).map(Scalar::text);
  }

  /** Whether the key says true. */
  public boolean isTrue(String key) {
    return scalar(key).filter(Scalar::isTrue).isPresent();
  }

  /** The whole number of a key. */
  public Optional<Integer> integer(String key) {
    return scalar(key).filter(s -> s.type() == Scalar.Type.INTEGER).flatMap(Mapping::toInt);
  }

  /** A nested mapping. */
  public Optional<Mapping> mapping(String key) {
    Entry entry = entry(key);
    return entry != null && entry.value() instanceof Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  /** The items of a list. */
  public List<Value> items(String key) {
    Entry entry = entry(key);
    return entry != null && entry.value() instanceof Sequence list ? list.items() : List.of();
  }

  /** The mappings in a list. */
  public List<Mapping> mappings(String key) {
    List<Mapping> mappings = new ArrayList<>();
    for (Value item : items(key)) {
      if (item instanceof Mapping mapping) {
        mappings.add(mapping);
      }
    }
    return mappings;
  }

  /** The scalars in a list that stand for something, or the one that stands in its place. */
  public List<Scalar> scalars(String key) {
    Optional<Scalar> one = scalar(key);
    if (one.isPresent()) {
      return List.of(one.get());
    }
    List<Scalar> scalars = new ArrayList<>();
    for (Value item : items(key)) {
      if (item instanceof Scalar scalar && !scalar.isNull()) {
        scalars.add(scalar);
      }
    }
    return scalars;
  }

  /** The texts of {@link #scalars}. */
  public List<String> texts(String key) {
    return scalars(key).stream().map(Scalar::text).toList();
  }

  /** The value of the first custom property of that name. */
  public Optional<Mapping> custom(String property) {
    for (Mapping custom : mappings("customProperties")) {
      if (custom.text("property").filter(property::equals).isPresent()) {
        return custom.mapping("value");
      }
    }
    return Optional.empty();
  }

  /** A copy in which the key has that value: in its old place, or last. */
  public Mapping with(String key, Value value) {
    var changed = new ArrayList<Entry>();
    for (Entry entry : entries) {
      changed.add(entry.key().equals(key) ? new Entry(entry.place(), key, value) : entry);
    }
    if (!has(key)) {
      changed.add(new Entry(value.place(), key, value));
    }
    return new Mapping(place, changed);
  }

  /** A copy that has the value where the key was absent. */
  public Mapping orElse(String key, Value value) {
    return has(key) ? this : with(key, value);
  }

  /** A loop, not a stream: readers ask many times for every line of every file. */
  private @Nullable Entry entry(String key) {
    for (Entry entry : entries) {
      if (entry.key().equals(key)) {
        return entry;
      }
    }
    return null;
  }

  private Optional<Scalar> scalar(String key) {
    Entry entry = entry(key);
    return entry != null && entry.value() instanceof Scalar scalar && !scalar.isNull()
        ? Optional.of(scalar)
        : Optional.empty();
  }

  private static Optional<Integer> toInt(Scalar scalar) {
    try {
      return Optional.of(Integer.valueOf(scalar.text()));
    } catch (NumberFormatException tooLong) {
      return Optional.empty();
    }
  }
}
