package org.assize.contract.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Value;
import org.assize.contract.yaml.YamlFile;

/** The schema files of this package, read once each and compiled on demand. */
final class SchemaFiles {

  private static final Shape ANYTHING = new Shape(List.of());

  private final Map<String, Mapping> files = new HashMap<>();
  private final Map<String, Shape> shapes = new HashMap<>();

  /** The shape that a reference such as {@code assize.schema.json#/$defs/rule} means. */
  Shape shape(String reference) {
    Shape known = shapes.get(reference);
    if (known != null) {
      return known;
    }
    int hash = reference.indexOf('#');
    String file = hash < 0 ? reference : reference.substring(0, hash);
    Mapping schema = files.computeIfAbsent(file, name -> YamlFile.resource(Shape.class, name));
    if (hash >= 0) {
      for (String step : reference.substring(hash + 2).split("/", -1)) {
        schema = schema.mapping(step).orElseThrow(() -> unusable(reference));
      }
    }
    Shape shape = compile(schema, file);
    shapes.put(reference, shape);
    return shape;
  }

  /** The shape of a schema or of {@code true}. */
  Shape compile(Value schema, String file) {
    if (schema instanceof Scalar scalar && scalar.isTrue()) {
      return ANYTHING;
    }
    if (!(schema instanceof Mapping mapping)) {
      throw unusable(schema.toString());
    }
    List<Keyword> keywords = new ArrayList<>();
    var parts = new SchemaParts(this, mapping, file);
    for (Mapping.Entry entry : mapping.entries()) {
      parts.keyword(entry.key(), entry.value()).ifPresent(keywords::add);
    }
    return new Shape(keywords);
  }

  static IllegalStateException unusable(String what) {
    return new IllegalStateException("The schema uses what Shape does not know: " + what);
  }
}
