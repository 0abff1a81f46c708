/** YAML read as text with the line of every key and value. */
@NullMarked
package org.assize.contract.yaml;

import org.jspecify.annotations.NullMarked;
