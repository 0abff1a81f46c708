package org.assize.contract.shape;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Value;

/** Keywords about single values. */
final class Scalars {

  private Scalars() {}

  /** The keyword for kinds of values. */
  record Type(Set<String> types) implements Keyword {
    @Override
    public boolean fits(Value value) {
      return Kinds.allow(types, value);
    }

    @Override
    public void check(Value value, String where, Problems problems) {
      if (fits(value)) {
        return;
      }
      boolean empty = value instanceof Scalar scalar && scalar.isNull();
      boolean unquoted = value instanceof Scalar && !empty && types.contains("string");
      problems.add(
          ErrorCode.WRONG_TYPE,
          value.place(),
          empty
              ? upper(where) + " has no value."
              : upper(where) + " must be " + Kinds.words(types) + ", not " + value.kind() + ".",
          "",
          unquoted ? "Put it in quotes." : "");
    }
  }

  /** {@code enum} and {@code const}, of texts. */
  record OneOf(List<String> allowed) implements Keyword {
    @Override
    public boolean fits(Value value) {
      return !(value instanceof Scalar scalar)
          || scalar.type() != Scalar.Type.TEXT
          || allowed.contains(scalar.text());
    }

    @Override
    public void check(Value value, String where, Problems problems) {
      if (value instanceof Scalar scalar && !fits(value)) {
        problems.add(
            ErrorCode.UNKNOWN_VALUE,
            value.place(),
            "`" + scalar.text() + "` is no value of " + where + ".",
            "",
            Nearest.hint(scalar.text(), allowed));
      }
    }
  }

  /** {@code pattern}. */
  record Matches(Pattern pattern, String words) implements Keyword {
    @Override
    public void check(Value value, String where, Problems problems) {
      if (value instanceof Scalar scalar
          && scalar.type() == Scalar.Type.TEXT
          && !pattern.matcher(scalar.text()).find()) {
        problems.add(
            ErrorCode.WRONG_TYPE,
            value.place(),
            "`" + scalar.text() + "` cannot be " + where + ".",
            "",
            "Write " + words + ".");
      }
    }
  }

  /** {@code minimum: 0} and {@code exclusiveMinimum: 0}, the only lower bounds in use. */
  record NotNegative(boolean zeroAllowed) implements Keyword {
    @Override
    public void check(Value value, String where, Problems problems) {
      if (!(value instanceof Scalar scalar) || !Kinds.allow(Set.of("number"), scalar)) {
        return;
      }
      int sign = new BigDecimal(scalar.text()).signum();
      if (sign < 0 || (sign == 0 && !zeroAllowed)) {
        problems.add(
            ErrorCode.WRONG_TYPE,
            value.place(),
            upper(where) + (zeroAllowed ? " must not be negative." : " must be more than 0."),
            "",
            "");
      }
    }
  }

  /** A sentence's beginning. */
  static String upper(String where) {
    return where.isEmpty() ? where : Character.toUpperCase(where.charAt(0)) + where.substring(1);
  }
}
