package org.assize.airflow.client;

import java.time.Instant;

/**
 * A DAG file that Airflow cannot read.
 *
 * @param file relative to its bundle
 * @param trace of Python, several lines; the last one says what is wrong
 */
public record ImportError(String file, Instant at, String trace) {}
