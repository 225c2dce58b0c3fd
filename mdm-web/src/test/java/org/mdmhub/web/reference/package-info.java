/** Tests of the screens of code tables. */
@NullMarked
package org.mdmhub.web.reference;

import org.jspecify.annotations.NullMarked;
