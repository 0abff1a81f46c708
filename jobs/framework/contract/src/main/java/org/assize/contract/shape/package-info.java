/**
 * The shape of contract files, stated once in the JSON Schemas beside this package and checked
 * against values that know their lines.
 *
 * <p>Entry point: {@link org.assize.contract.shape.Shape}. The schemas are published for editors.
 */
@NullMarked
package org.assize.contract.shape;

import org.jspecify.annotations.NullMarked;
