/** Lists of masters and one of them, as people see them. */
@NullMarked
package org.mdmhub.web.record;

import org.jspecify.annotations.NullMarked;
