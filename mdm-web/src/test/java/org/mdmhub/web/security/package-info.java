/** Tests of who comes in and what each route asks of him. */
@NullMarked
package org.mdmhub.web.security;

import org.jspecify.annotations.NullMarked;
