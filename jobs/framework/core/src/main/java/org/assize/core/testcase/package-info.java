/** Cases of tables: small tables before and after, which the pipeline must turn into each other. */
@NullMarked
package org.assize.core.testcase;

import org.jspecify.annotations.NullMarked;
