package org.assize.contract;

import java.util.List;
import java.util.Optional;

/**
 * What computes a derived table.
 *
 * @param java class name; empty means {@code jobs/<domain>/<table>.sql}
 * @param inputs declared inputs; those of a query that are not declared are inferred
 */
public record TransformSpec(Optional<String> java, List<InputSpec> inputs) {

  public TransformSpec {
    inputs = List.copyOf(inputs);
  }
}
