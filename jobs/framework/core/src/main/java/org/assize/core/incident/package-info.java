/**
 * What people must be told of: incidents, judged from how tables stand and what was due, outside of
 * any run; and who was told of them, so that each is told once on opening and once on closing.
 *
 * <p>Entry points: {@link org.assize.core.incident.Incidents} and {@link
 * org.assize.core.incident.Teller}.
 */
@NullMarked
package org.assize.core.incident;

import org.jspecify.annotations.NullMarked;
