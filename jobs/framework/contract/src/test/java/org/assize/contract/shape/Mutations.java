package org.assize.contract.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assize.contract.problem.Place;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Sequence;
import org.assize.contract.yaml.Value;

/** One change somewhere in a document: a key dropped, renamed, added, doubled or retyped. */
final class Mutations {

  private static final Place PLACE = new Place("mutant", 1);

  private final Random random;
  private final List<Mapping.Entry> pool = new ArrayList<>();

  /** Draws what it adds from the given documents, so that it stands in the wrong place. */
  Mutations(long seed, List<Mapping> documents) {
    this.random = new Random(seed);
    documents.forEach(this::gather);
  }

  private void gather(Value value) {
    if (value instanceof Mapping mapping) {
      pool.addAll(mapping.entries());
      mapping.entries().forEach(entry -> gather(entry.value()));
    } else if (value instanceof Sequence list) {
      list.items().forEach(this::gather);
    }
  }

  /** The document with one change at a place chosen evenly among all of them. */
  Mapping of(Mapping document) {
    int at = random.nextInt(places(document));
    if (at == 0) {
      Mapping.Entry stray = stray();
      return document.with(stray.key(), stray.value());
    }
    return (Mapping) change(document, new int[] {at});
  }

  private static int places(Value value) {
    if (value instanceof Mapping mapping) {
      return 1 + mapping.entries().stream().mapToInt(entry -> 1 + places(entry.value())).sum();
    }
    return value instanceof Sequence list
        ? 1 + list.items().stream().mapToInt(Mutations::places).sum()
        : 1;
  }

  private Value change(Value value, int[] left) {
    if (left[0]-- == 0) {
      return instead(value);
    }
    if (value instanceof Mapping mapping) {
      List<Mapping.Entry> entries = new ArrayList<>();
      for (Mapping.Entry entry : mapping.entries()) {
        if (left[0]-- == 0) {
          otherwise(entry)
              .filter(e -> e.key().equals(entry.key()) || !mapping.has(e.key()))
              .ifPresent(entries::add);
        } else {
          entries.add(new Mapping.Entry(PLACE, entry.key(), change(entry.value(), left)));
        }
      }
      return new Mapping(PLACE, entries);
    }
    return value instanceof Sequence list
        ? new Sequence(PLACE, list.items().stream().map(item -> change(item, left)).toList())
        : value;
  }

  /** Another value in the place of this one. */
  private Value instead(Value value) {
    if (value instanceof Mapping mapping && random.nextInt(3) > 0) {
      Mapping.Entry stray = stray();
      return mapping.with(stray.key(), stray.value());
    }
    if (value instanceof Sequence list && random.nextInt(3) > 0) {
      List<Value> items = new ArrayList<>(list.items());
      items.add(items.isEmpty() || random.nextBoolean() ? scalar() : items.get(0));
      return new Sequence(PLACE, items);
    }
    return switch (random.nextInt(5)) {
      case 0 -> Mapping.empty(PLACE);
      case 1 -> new Sequence(PLACE, List.of());
      case 2 -> new Sequence(PLACE, List.of(value));
      case 3 -> stray().value();
      default -> scalar();
    };
  }

  /** Drops a key, renames it or changes its value. */
  private Optional<Mapping.Entry> otherwise(Mapping.Entry entry) {
    return switch (random.nextInt(4)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Mapping.Entry(PLACE, entry.key() + "x", entry.value()));
      case 2 -> Optional.of(new Mapping.Entry(PLACE, stray().key(), entry.value()));
      default -> Optional.of(new Mapping.Entry(PLACE, entry.key(), scalar()));
    };
  }

  private Mapping.Entry stray() {
    return pool.get(random.nextInt(pool.size()));
  }

  private Scalar scalar() {
    List<String> texts =
        List.of(
            "true",
            "0",
            "-1",
            "1.5",
            "null",
            "no such word",
            "a.b",
            "2026-13-45",
            "library",
            "sql",
            "text",
            "custom",
            "string",
            "object",
            "array",
            "number",
            "date",
            "s3",
            "sftp");
    return Scalar.plain(PLACE, texts.get(random.nextInt(texts.size())));
  }
}
