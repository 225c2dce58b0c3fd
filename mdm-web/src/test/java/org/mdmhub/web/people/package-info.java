/** Tests of users, their rights and one's own account. */
@NullMarked
package org.mdmhub.web.people;

import org.jspecify.annotations.NullMarked;
