package org.assize.cli.draft;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a sample holds at one place: texts, members of objects, elements of arrays. Mutable. */
final class Observed {

  private final List<String> texts = new ArrayList<>();
  private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
  private final Map<String, Observed> members = new LinkedHashMap<>();
  private @Nullable Observed elements;

  void addText(Kind kind, String text) {
    kinds.add(kind);
    texts.add(text);
  }

  /** The place of a member, first seen now or before. */
  Observed member(String name) {
    kinds.add(Kind.OBJECT);
    return members.computeIfAbsent(name, any -> new Observed());
  }

  /** The place of all elements of an array. */
  Observed elements() {
    kinds.add(Kind.ARRAY);
    if (elements == null) {
      elements = new Observed();
    }
    return elements;
  }

  /** Every value but nulls, in the order of the records. */
  List<String> texts() {
    return texts;
  }

  Set<Kind> kinds() {
    return kinds;
  }

  Map<String, Observed> members() {
    return members;
  }

  Optional<Observed> anyElements() {
    return Optional.ofNullable(elements);
  }

  /** What a value was, as its format says. */
  enum Kind {
    /** A field of delimited text, which says nothing of types. */
    FIELD,
    TEXT,
    NUMBER,
    BOOLEAN,
    OBJECT,
    ARRAY
  }
}
