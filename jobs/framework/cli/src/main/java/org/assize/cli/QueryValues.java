package org.assize.cli;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.collection.JavaConverters;

/** Spark's values as a result shows them: times in UTC, bytes in Base64. */
final class QueryValues {

  private QueryValues() {}

  static List<@Nullable Object> of(Row row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      values.add(value(row.get(i)));
    }
    return values;
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value instanceof java.sql.Timestamp timestamp) {
      return timestamp.toInstant().toString();
    }
    if (value instanceof byte[] bytes) {
      return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
    }
    if (value instanceof Row struct) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      for (int i = 0; i < struct.length(); i++) {
        fields.put(struct.schema().fieldNames()[i], value(struct.get(i)));
      }
      return fields;
    }
    if (value instanceof scala.collection.Seq<?> seq) {
      List<@Nullable Object> elements = new ArrayList<>();
      JavaConverters.seqAsJavaList(seq).forEach(element -> elements.add(value(element)));
      return elements;
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      Map<String, @Nullable Object> entries = new LinkedHashMap<>();
      JavaConverters.mapAsJavaMap(map)
          .forEach((key, element) -> entries.put(String.valueOf(key), value(element)));
      return entries;
    }
    boolean isPlain =
        value == null
            || value instanceof Boolean
            || value instanceof String
            || (value instanceof Number && !(value instanceof BigDecimal));
    return isPlain ? value : String.valueOf(value);
  }
}
