package org.assize.spark.typing;

import org.jspecify.annotations.Nullable;

/** As much of a JSON value as its shape needs. */
final class JsonValue {

  static final JsonValue NULL = new JsonValue(Kind.NULL, null, null, null);

  private final Kind kind;
  private final byte @Nullable [] text;
  private final @Nullable JsonValue @Nullable [] slots;
  private final JsonValue @Nullable [] items;

  JsonValue(
      Kind kind,
      byte @Nullable [] text,
      @Nullable JsonValue @Nullable [] slots,
      JsonValue @Nullable [] items) {
    this.kind = kind;
    this.text = text;
    this.slots = slots;
    this.items = items;
  }

  static JsonValue string(byte[] text) {
    return new JsonValue(Kind.STRING, text, null, null);
  }

  /** What a value is in JSON's own words. */
  enum Kind {
    NULL,
    TRUE,
    FALSE,
    NUMBER,
    STRING,
    OBJECT,
    ARRAY
  }

  Kind kind() {
    return kind;
  }

  boolean isNull() {
    return kind == Kind.NULL;
  }

  /** A scalar's text, or an object's or array's own JSON; null where not needed. */
  byte @Nullable [] text() {
    return text;
  }

  /** An object's needed values, null each where the key is absent; null where not needed. */
  @Nullable JsonValue @Nullable [] slots() {
    return slots;
  }

  /** An array's elements, or a value itself that is no array; null where not needed. */
  JsonValue @Nullable [] items() {
    return items;
  }
}
