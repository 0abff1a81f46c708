package org.assize.contract.change;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version, {@code major.minor.patch}. */
record Version(long major, long minor, long patch) implements Comparable<Version> {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");

  /** The version that a text is; empty where it is none. */
  static Optional<Version> of(String text) {
    Matcher parts = WRITTEN.matcher(text);
    return parts.matches()
        ? Optional.of(
            new Version(
                Long.parseLong(parts.group(1)),
                Long.parseLong(parts.group(2)),
                Long.parseLong(parts.group(3))))
        : Optional.empty();
  }

  /** The lowest version that may follow this one with changes of an impact. */
  Version after(Impact impact) {
    return switch (impact) {
      case DOCUMENTATION -> this;
      case COMPATIBLE -> new Version(major, minor + 1, 0);
      case BREAKING -> new Version(major + 1, 0, 0);
    };
  }

  @Override
  public int compareTo(Version other) {
    return Comparator.comparingLong(Version::major)
        .thenComparingLong(Version::minor)
        .thenComparingLong(Version::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
