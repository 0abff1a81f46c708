package org.assize.contract.rule;

import java.util.List;

/**
 * What a measured number must meet.
 *
 * @param operands one number
 * @param percent the number is a percentage of rows, 0 to 100
 */
public record Bound(Operator operator, List<Double> operands, boolean percent) {

  public Bound {
    operands = List.copyOf(operands);
  }

  /** Whether the measure is within the bound. */
  public boolean allows(double measure) {
    double first = operands.get(0);
    return switch (operator) {
      case EQUAL -> measure == first;
      case NOT_EQUAL -> measure != first;
      case GREATER -> measure > first;
      case GREATER_OR_EQUAL -> measure >= first;
      case LESS -> measure < first;
      case LESS_OR_EQUAL -> measure <= first;
    };
  }

  /** ODCS operators that the standard and its tools read alike. */
  public enum Operator {
    EQUAL,
    NOT_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    LESS,
    LESS_OR_EQUAL
  }
}
