/** Tests of the machine and of the folders of a workspace, before work is entrusted to them. */
@NullMarked
package org.assize.cli.doctor;

import org.jspecify.annotations.NullMarked;
