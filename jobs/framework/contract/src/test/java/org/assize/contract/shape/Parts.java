package org.assize.contract.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Sequence;
import org.assize.contract.yaml.Value;

/** A large document as many small ones, each with what is needed and one thing more. */
final class Parts {

  private static final Set<String> NEEDED =
      Set.of("apiVersion", "kind", "id", "version", "status", "name");
  private static final Set<String> SPLIT = Set.of("schema", "properties", "quality", "servers");

  private Parts() {}

  static List<Mapping> of(Mapping document) {
    Mapping least = Mapping.empty(document.place());
    for (Mapping.Entry entry : document.entries()) {
      if (NEEDED.contains(entry.key())) {
        least = least.with(entry.key(), entry.value());
      }
    }
    List<Mapping> parts = new ArrayList<>();
    for (Mapping.Entry entry : document.entries()) {
      for (Value part : parts(entry)) {
        parts.add(least.with(entry.key(), part));
      }
    }
    return parts;
  }

  private static List<Value> parts(Mapping.Entry entry) {
    if (!SPLIT.contains(entry.key()) || !(entry.value() instanceof Sequence list)) {
      return List.of(entry.value());
    }
    List<Value> parts = new ArrayList<>();
    for (Value item : list.items()) {
      List<? extends Value> items =
          entry.key().equals("schema") ? of((Mapping) item) : List.of(item);
      items.forEach(one -> parts.add(new Sequence(list.place(), List.of(one))));
    }
    return parts;
  }
}
