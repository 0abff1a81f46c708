package org.assize.synthetic;

/**
 * Random numbers that are the same for the same seed and words on every machine: SplitMix64
 * (Steele, Lea and Flood, 2014).
 */
final class Draw {

  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  private Draw(long state) {
    this.state = state;
  }

  /** Numbers that belong to what the words name, independent of all others. */
  static Draw of(long seed, long... words) {
    long state = mix(seed);
    for (long word : words) {
      state = mix(state ^ (word * STEP));
    }
    return new Draw(state);
  }

  /** Any 64 bits. */
  long next() {
    state += STEP;
    return mix(state);
  }

  /** A number from 0, below the bound. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(next() >>> 1, bound);
  }

  /** A number from the first, up to and with the second. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
