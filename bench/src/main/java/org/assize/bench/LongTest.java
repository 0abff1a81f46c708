package org.assize.bench;

import java.io.Serializable;
import scala.Function1;

/** What a check demands of a whole number, for Scala. */
@FunctionalInterface
interface LongTest extends Function1<Object, Object>, Serializable {

  boolean test(long value);

  @Override
  default Object apply(Object value) {
    return test((Long) value);
  }
}
