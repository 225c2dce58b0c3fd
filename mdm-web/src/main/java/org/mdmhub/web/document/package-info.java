/** Papers on the screen: their content, and what stands of them beside a request or a record. */
@NullMarked
package org.mdmhub.web.document;

import org.jspecify.annotations.NullMarked;
