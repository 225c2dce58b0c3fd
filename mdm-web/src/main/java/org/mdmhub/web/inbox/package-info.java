/** The inbox: what waits for whom, one request with its diff, and the decision on it. */
@NullMarked
package org.mdmhub.web.inbox;

import org.jspecify.annotations.NullMarked;
