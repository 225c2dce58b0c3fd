/** The REST face, as the contract describes it. */
@NullMarked
package org.mdmhub.web.api;

import org.jspecify.annotations.NullMarked;
