package org.assize.airflow.client;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a task's log.
 *
 * @param level as Airflow writes it, such as {@code info}; empty where the line has none
 * @param text one or more lines
 */
public record LogLine(Optional<Instant> at, String level, String text) {}
