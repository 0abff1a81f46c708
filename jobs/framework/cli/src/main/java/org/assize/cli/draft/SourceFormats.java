package org.assize.cli.draft;

import java.util.List;

/**
 * How a source writes values, as a contract says it.
 *
 * @param dates patterns; empty means ISO
 * @param timestamps patterns; empty means ISO
 * @param nulls texts that mean null, besides the empty one
 * @param trues texts that mean true, where not plainly {@code true}
 * @param falses texts that mean false
 */
record SourceFormats(
    List<String> dates,
    List<String> timestamps,
    List<String> nulls,
    List<String> trues,
    List<String> falses) {}
