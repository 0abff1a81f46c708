/** What people see while a run works: a block drawn again and again, or plain lines. */
@NullMarked
package org.assize.cli.progress;

import org.jspecify.annotations.NullMarked;
