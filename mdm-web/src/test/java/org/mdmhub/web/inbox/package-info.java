/** Tests of the inbox without a browser. */
@NullMarked
package org.mdmhub.web.inbox;

import org.jspecify.annotations.NullMarked;
