/** Rules in Java: found in the domains' jars, looked at before a run, asked row by row. */
@NullMarked
package org.assize.spark.condition;

import org.jspecify.annotations.NullMarked;
