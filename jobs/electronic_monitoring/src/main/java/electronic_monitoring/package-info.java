/** Tables of electronic monitoring that need more than SQL. */
@NullMarked
package electronic_monitoring;

import org.jspecify.annotations.NullMarked;
