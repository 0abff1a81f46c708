package org.assize.spark.delta;

import java.util.List;
import java.util.Optional;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Java values as the Scala values that Spark's and Delta's own methods take, and back. */
public final class Scala {

  private Scala() {}

  /** An immutable sequence. */
  public static <T> scala.collection.immutable.List<T> list(List<? extends T> values) {
    return JavaConverters.<T>asScalaBuffer(List.<T>copyOf(values)).toList();
  }

  /** A Java copy of a sequence. */
  public static <T> List<T> java(Seq<T> values) {
    return List.copyOf(JavaConverters.seqAsJavaList(values));
  }

  /** An option. */
  public static <T> Option<T> option(Optional<T> value) {
    return value.map(Option::apply).orElseGet(Option::empty);
  }

  /** An immutable map. */
  public static <K, V> scala.collection.immutable.Map<K, V> map(java.util.Map<K, V> values) {
    scala.collection.immutable.Map<K, V> map = scala.collection.immutable.Map$.MODULE$.empty();
    for (java.util.Map.Entry<K, V> entry : values.entrySet()) {
      map = map.$plus(new scala.Tuple2<>(entry.getKey(), entry.getValue()));
    }
    return map;
  }
}
