/** What a workspace deploys, and what others have deployed. */
@NullMarked
package org.assize.core.deploy;

import org.jspecify.annotations.NullMarked;
