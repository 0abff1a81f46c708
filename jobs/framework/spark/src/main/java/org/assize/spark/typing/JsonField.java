package org.assize.spark.typing;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/** Where a column or a field of a struct comes from. */
sealed interface JsonField {

  /**
   * Sets a value or null; false where anything was there that could not be read.
   *
   * @param levels where routes start from
   */
  boolean read(JsonValue[] levels, InternalRow row, int ordinal);

  /** The value at the first route whose key is there, be it null. */
  record AtFirst(List<JsonRoute> routes, List<JsonReading> readings) implements JsonField {
    @Override
    public boolean read(JsonValue[] levels, InternalRow row, int ordinal) {
      boolean isReadable = true;
      for (int i = 0; i < routes.size(); i++) {
        JsonRoute route = routes.get(i);
        @Nullable JsonValue value = route.follow(levels[route.level()]);
        if (value == JsonRoute.BLOCKED) {
          isReadable = false;
        } else if (value != null) {
          return readings.get(i).read(value, row, ordinal);
        }
      }
      row.setNullAt(ordinal);
      return isReadable;
    }
  }

  /** Whether a key is there, be it null. */
  record Present(JsonRoute route) implements JsonField {
    @Override
    public boolean read(JsonValue[] levels, InternalRow row, int ordinal) {
      @Nullable JsonValue value = route.follow(levels[route.level()]);
      row.setBoolean(ordinal, value != null && value != JsonRoute.BLOCKED);
      return true;
    }
  }
}
