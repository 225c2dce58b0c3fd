/** Approval policies on their screens. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.policy;
