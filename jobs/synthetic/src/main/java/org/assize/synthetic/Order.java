package org.assize.synthetic;

import java.util.stream.IntStream;

/** Where the faults of a file stand among its sound rows. */
final class Order {

  /** What stands for a sound row. */
  static final int SOUND = -1;

  private Order() {}

  /** Each of some kinds so often, and so many sound rows, shuffled (Fisher and Yates, 1938). */
  static int[] of(Draw draw, int sound, int kinds, int each) {
    int[] order =
        IntStream.concat(
                IntStream.range(0, sound).map(row -> SOUND),
                IntStream.range(0, kinds * each).map(row -> row / each))
            .toArray();
    for (int last = order.length - 1; last > 0; last--) {
      int other = draw.below(last + 1);
      int kept = order[last];
      order[last] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
