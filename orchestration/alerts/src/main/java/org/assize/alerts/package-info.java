/**
 * Ways to tell people of incidents: webhooks of Slack and of Teams, and e-mail.
 *
 * <p>Entry point: {@link org.assize.alerts.Channels}.
 */
@NullMarked
package org.assize.alerts;

import org.jspecify.annotations.NullMarked;
