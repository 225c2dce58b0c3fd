/** Approval policies: all of them, one with its course, the form that writes one, and what they say to an invented request. */
@NullMarked
package org.mdmhub.web.policy;

import org.jspecify.annotations.NullMarked;
