package org.assize.core.lineage;

import java.net.URI;
import java.util.Optional;

/**
 * A version of a table that a run reads.
 *
 * @param warehouse root of the other environment's tables that it is read from; empty for the own
 */
public record ReadVersion(long version, Optional<URI> warehouse) {}
