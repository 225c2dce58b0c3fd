/** How sessions are kept: in the database as JSON, named by one cookie, untouched by what needs none. */
@NullMarked
package org.mdmhub.web.session;

import org.jspecify.annotations.NullMarked;
