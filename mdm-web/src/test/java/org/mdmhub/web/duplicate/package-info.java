/** Tests of the inbox without a browser. */
@NullMarked
package org.mdmhub.web.duplicate;

import org.jspecify.annotations.NullMarked;
