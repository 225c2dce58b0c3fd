/** The REST face, driven as other systems drive it. */
@NullMarked
package org.mdmhub.web.api;

import org.jspecify.annotations.NullMarked;
