/** The asking side: the forms by which people ask for changes, with what the hub knows while they type. */
@NullMarked
package org.mdmhub.web.ask;

import org.jspecify.annotations.NullMarked;
