/** The command line: what is asked for, and whether it can be done. */
@NamedInterface("launch")
@NullMarked
package org.mdmhub.web.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
