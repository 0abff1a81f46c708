package org.assize.core.deploy;

import java.time.Instant;

/**
 * That a workspace deployed a domain.
 *
 * @param workspace id of the workspace, out of its {@code assize.yaml}
 * @param bundle name of what it deployed
 * @param by who did
 */
public record Deployed(String domain, String workspace, String bundle, String by, Instant at) {}
