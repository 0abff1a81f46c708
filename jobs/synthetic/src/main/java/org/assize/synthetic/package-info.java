/**
 * Made-up deliveries of electronic monitoring, case, crime and reference data, with planted faults
 * and a known answer.
 *
 * <p>Entry points: {@link org.assize.synthetic.DemoDeliveries} for a landing folder, {@link
 * org.assize.synthetic.Positions} for one large file. Knows no engine.
 */
@NullMarked
package org.assize.synthetic;

import org.jspecify.annotations.NullMarked;
