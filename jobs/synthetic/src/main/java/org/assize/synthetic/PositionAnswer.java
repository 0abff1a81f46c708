package org.assize.synthetic;

/**
 * What is in a file of {@link Positions}, counted while it was written. The numbers add up: {@code
 * rows = committed + outdated + cutShort + impossible + unreadable + keyless}.
 *
 * @param rows lines, the header not counted
 * @param committed fixes that stay once only the latest upload of each is kept
 * @param outdated uploads that a later one of the same fix replaces
 * @param cutShort lines that cannot be split into 18 fields
 * @param impossible fixes outside the United Kingdom
 * @param unreadable fixes whose time is no time
 * @param keyless fixes without an identifier
 * @param days distinct pairs of device and UTC day among the committed
 */
public record PositionAnswer(
    long rows,
    long committed,
    long outdated,
    long cutShort,
    long impossible,
    long unreadable,
    long keyless,
    long days) {

  /** Lines that no table may accept. */
  public long bad() {
    return cutShort + impossible + unreadable + keyless;
  }
}
