/** The command line: what is asked for, and whether it can be done. */
@NullMarked
package org.mdmhub.web.launch;

import org.jspecify.annotations.NullMarked;
