/** YAML read as text with the line of every key and value; for this module's own use. */
@NullMarked
package org.assize.contract.yaml;

import org.jspecify.annotations.NullMarked;
