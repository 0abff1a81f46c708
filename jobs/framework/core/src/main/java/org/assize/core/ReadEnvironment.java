package org.assize.core;

import java.net.URI;

/**
 * An environment whose tables are read where the own warehouse has none; nothing is written there.
 *
 * @param name as in {@code assize.yaml}
 * @param warehouse root of its tables
 * @param landing root of its deliveries
 */
public record ReadEnvironment(String name, URI warehouse, URI landing) {}
