/** Users and what they may do, one's own account, and the way in for who was invited. */
@NullMarked
package org.mdmhub.web.people;

import org.jspecify.annotations.NullMarked;
