package org.assize.spark.gate;

import java.util.OptionalDouble;

/**
 * What a rule measured over some rows.
 *
 * @param rows the rows
 * @param value empty where there was nothing to measure
 */
record Figure(long rows, OptionalDouble value) {}
