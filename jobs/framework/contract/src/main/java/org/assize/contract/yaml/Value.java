package org.assize.contract.yaml;

import org.assize.contract.problem.Place;

/** Anything that a YAML document can hold. */
public sealed interface Value permits Mapping, Sequence, Scalar {

  /** Where it begins. */
  Place place();

  /** What it is, for a message: {@code a list}. */
  String kind();
}
