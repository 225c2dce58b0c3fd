/** The lead's page on the screen. */
@org.jspecify.annotations.NullMarked
package org.mdmhub.web.stewardship;
