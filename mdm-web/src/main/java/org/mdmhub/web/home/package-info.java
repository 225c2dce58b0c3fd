/** The first page: what waits for whom, what became of what he asked for, and figures, drawn; each by his roles. */
@NullMarked
package org.mdmhub.web.home;

import org.jspecify.annotations.NullMarked;
