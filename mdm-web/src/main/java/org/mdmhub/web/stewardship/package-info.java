/** The lead's page: what is open, how long it takes, where it waits, what is late, and what came back and why. */
@NullMarked
package org.mdmhub.web.stewardship;

import org.jspecify.annotations.NullMarked;
