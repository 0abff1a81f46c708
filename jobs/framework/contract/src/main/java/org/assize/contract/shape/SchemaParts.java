package org.assize.contract.shape;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Sequence;
import org.assize.contract.yaml.Value;

/** Turns the keywords of one schema object into checks; refuses those it does not know. */
final class SchemaParts {

  private final SchemaFiles files;
  private final Mapping schema;
  private final String file;

  SchemaParts(SchemaFiles files, Mapping schema, String file) {
    this.files = files;
    this.schema = schema;
    this.file = file;
  }

  /** The check of a keyword; empty for annotations and for parts of another keyword. */
  Optional<Keyword> keyword(String name, Value value) {
    return switch (name) {
      case "$schema", "$defs", "title", "description", "then", "maxItems" -> Optional.empty();
      case "$ref" -> Optional.of(reference(text(value)));
      case "type" -> Optional.of(new Scalars.Type(Set.copyOf(schema.texts("type"))));
      case "const", "enum" -> Optional.of(new Scalars.OneOf(schema.texts(name)));
      case "pattern" ->
          Optional.of(
              new Scalars.Matches(
                  Pattern.compile(text(value)), schema.text("description").orElse("its pattern")));
      case "format" -> Optional.of(Formats.of(text(value)));
      case "minimum", "exclusiveMinimum" ->
          Optional.of(new Scalars.NotNegative(name.equals("minimum")));
      case "properties" -> Optional.of(keys((Mapping) value));
      case "additionalProperties" -> Optional.of(others(value));
      case "propertyNames" ->
          Optional.of(new Keys.Known(Set.copyOf(((Mapping) value).texts("enum"))));
      case "required" -> Optional.of(new Keys.Required(schema.texts("required")));
      case "items" -> Optional.of(new Lists.Items(files.compile(value, file)));
      case "minItems" ->
          Optional.of(
              new Lists.Size(
                  schema.integer("minItems").orElse(0),
                  schema.integer("maxItems").orElse(Integer.MAX_VALUE)));
      case "uniqueItems" -> Optional.of(new Lists.Unique());
      case "allOf" -> Optional.of(new Branches.All(shapes("allOf")));
      case "if" -> Optional.of(condition(value));
      case "oneOf" -> Optional.of(oneOf());
      default -> throw SchemaFiles.unusable(name);
    };
  }

  private Keyword reference(String written) {
    return new Branches.Reference(files, SchemaFiles.absolute(written, file));
  }

  private Keyword keys(Mapping properties) {
    Map<String, Keys.Part> known = new HashMap<>();
    Set<String> forbidden = new HashSet<>();
    for (Mapping.Entry entry : properties.entries()) {
      if (entry.value() instanceof Scalar scalar && scalar.text().equals("false")) {
        forbidden.add(entry.key());
      } else {
        Shape shape = files.compile(entry.value(), file);
        known.put(entry.key(), new Keys.Part(shape, shape.called("`" + entry.key() + "`")));
      }
    }
    return new Keys.Values(known, forbidden);
  }

  private Keyword others(Value value) {
    if (value instanceof Mapping) {
      return new Keys.Others(files.compile(value, file));
    }
    return new Keys.Known(
        Set.copyOf(schema.mapping("properties").map(Mapping::keys).orElse(List.of())));
  }

  private Keyword condition(Value value) {
    Mapping then = schema.mapping("then").orElseThrow(() -> SchemaFiles.unusable("if"));
    return new Branches.When(files.compile(value, file), files.compile(then, file));
  }

  private Keyword oneOf() {
    List<Mapping> branches = schema.mappings("oneOf");
    boolean keysOnly = branches.stream().allMatch(b -> b.keys().equals(List.of("required")));
    return keysOnly
        ? new Keys.ExactlyOne(branches.stream().flatMap(b -> b.texts("required").stream()).toList())
        : new Branches.ByKind(shapes("oneOf"));
  }

  private List<Shape> shapes(String key) {
    return ((Sequence) schema.value(key).orElse(schema))
        .items().stream().map(item -> files.compile(item, file)).toList();
  }

  private static String text(Value value) {
    return ((Scalar) value).text();
  }
}
