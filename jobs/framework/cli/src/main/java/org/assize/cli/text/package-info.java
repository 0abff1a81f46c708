/** Words on a screen: aligned tables, numbers and times for people, colours, JSON for programs. */
@NullMarked
package org.assize.cli.text;

import org.jspecify.annotations.NullMarked;
