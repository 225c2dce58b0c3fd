/** Mass changes on the screen. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.mass;
