/** Targets and deliveries, as people see and mend them. */
@NullMarked
package org.mdmhub.web.target;

import org.jspecify.annotations.NullMarked;
