package org.assize.contract.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.assize.contract.problem.Place;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Sequence;
import org.assize.contract.yaml.Value;

/** Every document that differs from a given one in one place. */
final class Mutations {

  private static final Place PLACE = new Place("mutant", 1);

  /** What is put in the place of a value. */
  private static final List<Value> OTHERS =
      List.of(
          Scalar.plain(PLACE, "no such word!"),
          Scalar.plain(PLACE, "-1"),
          Scalar.plain(PLACE, "0"),
          Scalar.plain(PLACE, "1.5"),
          Scalar.plain(PLACE, "true"),
          Scalar.plain(PLACE, ""),
          new Sequence(PLACE, List.of()),
          Mapping.empty(PLACE));

  private Mutations() {}

  /**
   * Gives each mutant once: keys dropped, renamed, added and retyped, items doubled and retyped.
   */
  static void of(Mapping document, Consumer<Mapping> mutants) {
    change(document, changed -> mutants.accept((Mapping) changed), List.of());
  }

  private static void change(Value value, Consumer<Value> mutants, List<Value> others) {
    others.forEach(mutants);
    if (!others.isEmpty()) {
      mutants.accept(new Sequence(PLACE, List.of(value)));
    }
    if (value instanceof Mapping mapping) {
      keys(mapping, mutants);
    } else if (value instanceof Sequence list) {
      items(list, mutants);
    }
  }

  private static void keys(Mapping mapping, Consumer<Value> mutants) {
    mutants.accept(mapping.with("stray", OTHERS.get(0)));
    mutants.accept(mapping.with("host", OTHERS.get(0)));
    mutants.accept(mapping.with("mustBe", OTHERS.get(2)));
    for (int at = 0; at < mapping.entries().size(); at++) {
      Mapping.Entry entry = mapping.entries().get(at);
      mutants.accept(replaced(mapping, at, List.of()));
      mutants.accept(replaced(mapping, at, List.of(named(entry.key() + "x", entry.value()))));
      int place = at;
      change(
          entry.value(),
          other -> mutants.accept(replaced(mapping, place, List.of(named(entry.key(), other)))),
          OTHERS);
    }
  }

  private static void items(Sequence list, Consumer<Value> mutants) {
    for (int at = 0; at < list.items().size(); at++) {
      int place = at;
      Value item = list.items().get(at);
      change(
          item,
          other -> {
            List<Value> items = new ArrayList<>(list.items());
            items.set(place, other);
            mutants.accept(new Sequence(PLACE, items));
          },
          OTHERS);
      for (Value more : List.of(item, OTHERS.get(1))) {
        List<Value> longer = new ArrayList<>(list.items());
        longer.add(more);
        mutants.accept(new Sequence(PLACE, longer));
      }
      mutants.accept(new Sequence(PLACE, Collections.nCopies(list.items().size(), item)));
      mutants.accept(item);
    }
  }

  private static Mapping replaced(Mapping mapping, int at, List<Mapping.Entry> by) {
    List<Mapping.Entry> entries = new ArrayList<>(mapping.entries());
    entries.remove(at);
    entries.addAll(at, by);
    return new Mapping(PLACE, entries);
  }

  private static Mapping.Entry named(String key, Value value) {
    return new Mapping.Entry(PLACE, key, value);
  }
}
