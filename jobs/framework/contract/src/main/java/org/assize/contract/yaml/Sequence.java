package org.assize.contract.yaml;

import java.util.List;
import org.assize.contract.problem.Place;

/** A list. */
public record Sequence(Place place, List<Value> items) implements Value {

  public Sequence {
    items = List.copyOf(items);
  }

  @Override
  public String kind() {
    return "a list";
  }
}
