package org.assize.contract.shape;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Sequence;
import org.assize.contract.yaml.Value;

/** Keywords about lists. */
final class Lists {

  private Lists() {}

  /** {@code items}. */
  record Items(Shape shape) implements Keyword {
    @Override
    public void check(Value value, String where, Problems problems) {
      if (value instanceof Sequence list) {
        String called = shape.called("an entry of " + where);
        list.items().forEach(item -> shape.check(item, called, problems));
      }
    }
  }

  /** {@code minItems} and {@code maxItems}. */
  record Size(int least, int most) implements Keyword {
    @Override
    public void check(Value value, String where, Problems problems) {
      if (value instanceof Sequence list
          && (list.items().size() < least || list.items().size() > most)) {
        problems.add(
            ErrorCode.WRONG_TYPE,
            value.place(),
            Scalars.upper(where) + " has " + list.items().size() + " entries.",
            "",
            least == most ? "It needs " + least + "." : "It needs at least " + least + ".");
      }
    }
  }

  /** {@code uniqueItems}, of scalars. */
  record Unique() implements Keyword {
    @Override
    public void check(Value value, String where, Problems problems) {
      if (!(value instanceof Sequence list)) {
        return;
      }
      Set<String> seen = new HashSet<>();
      for (Value item : list.items()) {
        if (item instanceof Scalar scalar && !seen.add(normal(scalar))) {
          problems.add(
              ErrorCode.DUPLICATE_ID,
              item.place(),
              "`" + scalar.text() + "` stands twice in " + where + ".",
              "",
              "Remove one.");
        }
      }
    }

    /** One spelling of equal numbers. */
    private static String normal(Scalar scalar) {
      return Kinds.allow(Set.of("number"), scalar)
          ? new BigDecimal(scalar.text()).stripTrailingZeros().toString()
          : scalar.text();
    }
  }
}
