/** Tests of how sessions are kept. */
@NullMarked
package org.mdmhub.web.session;

import org.jspecify.annotations.NullMarked;
