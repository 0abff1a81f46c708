package org.assize.spark.gate;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.expressions.aggregate.ImperativeAggregate;
import org.apache.spark.sql.catalyst.expressions.aggregate.TypedImperativeAggregate;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.assize.spark.delta.Scala;
import scala.collection.IndexedSeq;
import scala.collection.Seq;

/**
 * How many rows have each bit of a mask set: an array of bigint, never null, one element for each
 * of 64 bits. A row without a bit costs no more than the look at its mask, however many rules there
 * are, and no code is generated for it: a sum for each rule costs both.
 */
final class BitCounts extends TypedImperativeAggregate<long[]> implements Serializable {

  private static final long serialVersionUID = 1;

  private final Expression mask;
  private final int mutableOffset;
  private final int inputOffset;

  private BitCounts(Expression mask, int mutableOffset, int inputOffset) {
    this.mask = mask;
    this.mutableOffset = mutableOffset;
    this.inputOffset = inputOffset;
  }

  /** The counts of a column of type bigint that is never null. */
  static Column of(Column mask) {
    return new Column(new BitCounts(mask.expr(), 0, 0).toAggregateExpression());
  }

  @Override
  public long[] createAggregationBuffer() {
    return new long[Long.SIZE];
  }

  @Override
  public long[] update(long[] counts, InternalRow row) {
    long rest = (Long) mask.eval(row);
    while (rest != 0) {
      counts[Long.numberOfTrailingZeros(rest)]++;
      rest &= rest - 1;
    }
    return counts;
  }

  @Override
  public long[] merge(long[] counts, long[] others) {
    for (int bit = 0; bit < counts.length; bit++) {
      counts[bit] += others[bit];
    }
    return counts;
  }

  @Override
  public Object eval(long[] counts) {
    return UnsafeArrayData.fromPrimitiveArray(counts);
  }

  @Override
  public byte[] serialize(long[] counts) {
    ByteBuffer bytes = ByteBuffer.allocate(counts.length * Long.BYTES);
    bytes.asLongBuffer().put(counts);
    return bytes.array();
  }

  @Override
  public long[] deserialize(byte[] bytes) {
    LongBuffer longs = ByteBuffer.wrap(bytes).asLongBuffer();
    long[] counts = new long[longs.remaining()];
    longs.get(counts);
    return counts;
  }

  @Override
  public int mutableAggBufferOffset() {
    return mutableOffset;
  }

  @Override
  public int inputAggBufferOffset() {
    return inputOffset;
  }

  @Override
  public ImperativeAggregate withNewMutableAggBufferOffset(int offset) {
    return new BitCounts(mask, offset, inputOffset);
  }

  @Override
  public ImperativeAggregate withNewInputAggBufferOffset(int offset) {
    return new BitCounts(mask, mutableOffset, offset);
  }

  @Override
  public boolean nullable() {
    return false;
  }

  @Override
  public DataType dataType() {
    return DataTypes.createArrayType(DataTypes.LongType, false);
  }

  @Override
  public Seq<Expression> children() {
    return Scala.list(List.of(mask));
  }

  @Override
  public Expression withNewChildrenInternal(IndexedSeq<Expression> children) {
    return new BitCounts(children.apply(0), mutableOffset, inputOffset);
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int index) {
    return List.of(mask, mutableOffset, inputOffset).get(index);
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof BitCounts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BitCounts that
        && mask.equals(that.mask)
        && mutableOffset == that.mutableOffset
        && inputOffset == that.inputOffset;
  }

  @Override
  public int hashCode() {
    return Objects.hash(mask, mutableOffset, inputOffset);
  }
}
