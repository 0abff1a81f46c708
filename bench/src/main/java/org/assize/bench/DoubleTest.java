package org.assize.bench;

import java.io.Serializable;
import scala.Function1;

/** What a check demands of a fraction, for Scala. */
@FunctionalInterface
interface DoubleTest extends Function1<Object, Object>, Serializable {

  boolean test(double value);

  @Override
  default Object apply(Object value) {
    return test((Double) value);
  }
}
