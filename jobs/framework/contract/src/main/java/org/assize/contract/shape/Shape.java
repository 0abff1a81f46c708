package org.assize.contract.shape;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Value;

/** What values may look like: one JSON Schema, ready to be checked against. */
public final class Shape {

  private final List<Keyword> keywords;
  private final Optional<String> title;

  /** Takes what a sentence calls a value of this shape: {@code a column}. */
  Shape(List<Keyword> keywords, Optional<String> title) {
    this.keywords = List.copyOf(keywords);
    this.title = title;
  }

  /** What a sentence calls a value of this shape. */
  String called(String otherwise) {
    return title.orElse(otherwise);
  }

  /** Any contract of the standard, with or without what Assize adds. */
  public static Shape contract() {
    return Schemas.CONTRACT;
  }

  /** A {@code schemas/_standards/<name>.yaml}. */
  public static Shape standard() {
    return Schemas.STANDARD;
  }

  /** A {@code _domain.yaml}. */
  public static Shape domain() {
    return Schemas.DOMAIN;
  }

  /**
   * Adds every difference between a value and this shape: UNKNOWN_KEY, MISSING_KEY, WRONG_TYPE and
   * UNKNOWN_VALUE.
   *
   * @param where what the value is, for a sentence: {@code the contract}
   */
  public void check(Value value, String where, Problems problems) {
    for (Keyword keyword : keywords) {
      keyword.check(value, where, problems);
    }
  }

  /** Whether a value has this shape. */
  boolean fits(Value value) {
    for (Keyword keyword : keywords) {
      if (!keyword.fits(value)) {
        return false;
      }
    }
    return true;
  }

  /** The types that it is about; empty for any. */
  Set<String> types() {
    return keywords.stream()
        .flatMap(keyword -> keyword.types().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Compiled when first asked for. */
  private static final class Schemas {
    private static final SchemaFiles FILES = new SchemaFiles();
    private static final Shape CONTRACT = FILES.shape("odcs.schema.json");
    private static final Shape STANDARD = FILES.shape("standard.schema.json");
    private static final Shape DOMAIN = FILES.shape("domain.schema.json");
  }
}
