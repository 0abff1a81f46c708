package org.assize.contract.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Value;
import org.assize.contract.yaml.YamlFile;

/** The schema files of this package, read once each and compiled on demand. Thread-safe. */
final class SchemaFiles {

  private static final Shape ANYTHING = new Shape(List.of(), Optional.empty());

  private final Map<String, Mapping> files = new ConcurrentHashMap<>();
  private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

  /** The shape that a reference such as {@code assize.schema.json#/$defs/rule} means. */
  Shape shape(String reference) {
    Shape known = shapes.get(reference);
    if (known == null) {
      known = compile(schema(reference), fileOf(reference));
      shapes.put(reference, known);
    }
    return known;
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
    Optional<String> title =
        mapping
            .text("title")
            .or(() -> mapping.text("$ref").flatMap(to -> schema(absolute(to, file)).text("title")));
    return new Shape(keywords, title);
  }

  /** A reference with its file. */
  static String absolute(String reference, String file) {
    return reference.startsWith("#") ? file + reference : reference;
  }

  private Mapping schema(String reference) {
    Mapping schema =
        files.computeIfAbsent(fileOf(reference), name -> YamlFile.resource(Shape.class, name));
    int hash = reference.indexOf('#');
    if (hash >= 0) {
      for (String step : reference.substring(hash + 2).split("/", -1)) {
        schema = schema.mapping(step).orElseThrow(() -> unusable(reference));
      }
    }
    return schema;
  }

  private static String fileOf(String reference) {
    int hash = reference.indexOf('#');
    return hash < 0 ? reference : reference.substring(0, hash);
  }

  static IllegalStateException unusable(String what) {
    return new IllegalStateException("The schema uses what Shape does not know: " + what);
  }
}
