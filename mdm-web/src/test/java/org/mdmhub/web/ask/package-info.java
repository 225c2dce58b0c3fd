/** Tests of the forms by which people ask. */
@NullMarked
package org.mdmhub.web.ask;

import org.jspecify.annotations.NullMarked;
