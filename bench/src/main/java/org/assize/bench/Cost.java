package org.assize.bench;

import java.time.Duration;

/**
 * What one process cost from its start to its end.
 *
 * @param wall time on the clock
 * @param cpu user and system time of the process and all that it waited for
 * @param peakMemory most resident bytes at any moment
 */
public record Cost(Duration wall, Duration cpu, long peakMemory) {}
