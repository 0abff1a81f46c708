package org.assize.contract.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Sequence;
import org.assize.contract.yaml.Value;

/** Our values as other validators see them. */
final class JsonTree {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonTree() {}

  static JsonNode of(Value value) {
    if (value instanceof Mapping mapping) {
      var object = JSON.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
      return object;
    }
    if (value instanceof Sequence list) {
      var array = JSON.arrayNode();
      list.items().forEach(item -> array.add(of(item)));
      return array;
    }
    var scalar = (Scalar) value;
    return switch (scalar.type()) {
      case TEXT -> JSON.textNode(scalar.text());
      case INTEGER -> JSON.numberNode(new BigInteger(scalar.text().replace("+", "")));
      case NUMBER -> JSON.numberNode(new BigDecimal(scalar.text()));
      case BOOLEAN -> JSON.booleanNode(scalar.isTrue());
      case NULL -> JSON.nullNode();
    };
  }
}
