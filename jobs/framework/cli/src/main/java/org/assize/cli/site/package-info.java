/** The quality report as a folder of pages that any browser shows, without a server or scripts. */
@NullMarked
package org.assize.cli.site;

import org.jspecify.annotations.NullMarked;
